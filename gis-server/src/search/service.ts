import type { Viewer } from '#access/viewer.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { pageSize } from '#graphql/page.ts';
import { takeInText, takeInWords } from '#graphql/take-in.ts';
import { initialsOfFullPinyin } from './full-pinyin.ts';
import { peopleOnDuty } from './people-queries.ts';
import * as queries from './queries.ts';
import { normalised, pinyinInFull, pinyinInitials, queryGrams } from './search-grams.ts';
import type { SearchHitRow } from './queries.ts';
import { rankHits, searchKinds } from './search-ranking.ts';

/** The shortest beginning of a code that says more than the county. */
const codeLike = /^\d{6,19}$/;
/** The shortest part of a case number that is not found in half of them. */
const caseNumberLike = /^\d{4,19}$/;
/** Of what shares the initials so many are sifted for full pinyin: 3,000 titles are spelled in 40 ms. */
const sifted = 3000;

export type SearchHit = {
  kind: string;
  id: string;
  title: string;
  detail: string | null;
  /** Of a person alone. */
  post: string | null;
  position: { longitude: number; latitude: number } | null;
};

type SearchInput = { text: string; kinds?: readonly string[] | null; first: number };

export type SearchService = ReturnType<typeof createSearchService>;

export function createSearchService({ database }: { database: Database }) {
  return {
    /** What can be found by a text in the viewer's scope; a text without letters finds nothing. */
    async find(viewer: Viewer, input: SearchInput): Promise<SearchHit[]> {
      const limit = pageSize('search', input.first);
      const asked = takeInWords(input.kinds, searchKinds, 'kinds') ?? searchKinds;
      const kinds = asked.filter((kind) => mayFind(viewer, kind));
      const given = takeInText(input.text, 100, 'text') ?? '';
      const grams = queryGrams(given);
      if (grams.length === 0) return [];
      const question = { given, grams, kinds };
      const hits = await database.inScope(viewer, (db) => everyHit(db, viewer, question, limit));
      const ranked = rankHits(withoutTwins(hits), normalised(given)).slice(0, limit);
      return ranked.map(({ longitude, latitude, at: _at, ...hit }) => ({
        ...hit,
        post: hit.post ?? null,
        position: longitude === null || latitude === null ? null : { longitude, latitude },
      }));
    },
  };
}

/** Who serves, and where they stand, is read by whoever reads units. */
function mayFind(viewer: Viewer, kind: string): boolean {
  return (kind !== 'unit' && kind !== 'person') || viewer.permissions.has('unit.read');
}

async function everyHit(
  db: Reading,
  viewer: Viewer,
  question: queries.SearchQuestion,
  limit: number,
): Promise<SearchHitRow[]> {
  const { given, kinds } = question;
  const asks = (kind: string) => kinds.includes(kind);
  const isWord = given.length > 1 && !/^\d+$/.test(given);
  const ground = { name: given, initials: normalised(given), kinds };
  const hits = await queries.searchEntries(db, viewer, question);
  if (asks('incident')) hits.push(...(await queries.incidentsByWords(db, viewer, question)));
  if (asks('incident') && caseNumberLike.test(given)) {
    hits.push(...(await queries.casesByNumber(db, viewer, given)));
  }
  if (codeLike.test(given)) {
    hits.push(...(await queries.thingsByCode(db, viewer, { digits: given, kinds })));
  }
  if (isWord) hits.push(...(await queries.groundByName(db, ground)));
  if (asks('person')) {
    const people = await peopleOnDuty(db, viewer);
    hits.push(...people.filter(({ title }) => isCalled(title, normalised(given))));
  }
  hits.push(...(await hitsByFullPinyin(db, viewer, question)));
  // A million addresses are read through only where little else bears the words.
  if (asks('city-component') && isWord && hits.length < limit) {
    hits.push(...(await queries.componentsByAddress(db, viewer, given)));
  }
  return hits;
}

/** What its initials find is sifted by all its letters; roads and waters the same. */
async function hitsByFullPinyin(
  db: Reading,
  viewer: Viewer,
  { given, kinds }: queries.SearchQuestion,
): Promise<SearchHitRow[]> {
  const hits: SearchHitRow[] = [];
  for (const initials of initialsOfFullPinyin(given)) {
    const grams = queryGrams(initials);
    const question = { given: initials, grams, kinds, most: sifted };
    hits.push(...(await queries.searchEntries(db, viewer, question)));
    if (kinds.includes('incident')) {
      hits.push(...(await queries.incidentsByWords(db, viewer, question)));
    }
    const ground = { name: initials, initials, kinds, most: sifted };
    hits.push(...(await queries.groundByName(db, ground)));
  }
  const letters = normalised(given).replaceAll('ü', 'v');
  return hits.filter(
    ({ title, detail }) =>
      pinyinInFull(title).includes(letters) ||
      (detail !== null && pinyinInFull(detail).includes(letters)),
  );
}

function isCalled(name: string, typed: string): boolean {
  return (
    normalised(name).includes(typed) ||
    pinyinInitials(name).includes(typed) ||
    pinyinInFull(name).includes(typed)
  );
}

/** What is both in the index and found by its number is shown once. */
function withoutTwins(hits: readonly SearchHitRow[]): SearchHitRow[] {
  return [...new Map(hits.map((hit) => [`${hit.kind} ${hit.id}`, hit])).values()];
}
