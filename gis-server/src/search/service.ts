import type { Viewer } from '#access/viewer.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { pageSize } from '#graphql/page.ts';
import { takeInText, takeInWords } from '#graphql/take-in.ts';
import * as queries from './queries.ts';
import { queryGrams, normalised } from './search-grams.ts';
import type { SearchHitRow } from './queries.ts';
import { rankHits, searchKinds } from './search-ranking.ts';

/** The shortest beginning of a code that says more than the county. */
const codeLike = /^\d{6,19}$/;
/** The shortest part of a case number that is not found in half of them. */
const caseNumberLike = /^\d{4,19}$/;

export type SearchHit = {
  kind: string;
  id: string;
  title: string;
  detail: string | null;
  position: { longitude: number; latitude: number } | null;
};

type SearchInput = { text: string; kinds?: readonly string[] | null; first: number };

export type SearchService = ReturnType<typeof createSearchService>;

export function createSearchService({ database }: { database: Database }) {
  return {
    /** What can be found by a text in the viewer's scope; a text without letters finds nothing. */
    async find(viewer: Viewer, input: SearchInput): Promise<SearchHit[]> {
      const limit = pageSize('search', input.first);
      const kinds = takeInWords(input.kinds, searchKinds, 'kinds') ?? searchKinds;
      const given = takeInText(input.text, 100, 'text') ?? '';
      const grams = queryGrams(given);
      if (grams.length === 0) return [];
      const question = { given, grams, kinds };
      const hits = await database.inScope(viewer, (db) => everyHit(db, viewer, question, limit));
      const ranked = rankHits(withoutTwins(hits), normalised(given)).slice(0, limit);
      return ranked.map(({ longitude, latitude, at: _at, ...hit }) => ({
        ...hit,
        position: longitude === null || latitude === null ? null : { longitude, latitude },
      }));
    },
  };
}

async function everyHit(
  db: Reading,
  viewer: Viewer,
  question: queries.SearchQuestion,
  limit: number,
): Promise<SearchHitRow[]> {
  const { given, grams, kinds } = question;
  const asks = (kind: string) => kinds.includes(kind);
  const isWord = given.length > 1 && !/^\d+$/.test(given);
  const ground = { name: given, initials: normalised(given), kinds };
  const hits = await queries.searchEntries(db, viewer, question);
  if (asks('incident')) hits.push(...(await queries.incidentsByWords(db, viewer, grams)));
  if (asks('incident') && caseNumberLike.test(given)) {
    hits.push(...(await queries.casesByNumber(db, viewer, given)));
  }
  if (codeLike.test(given)) {
    hits.push(...(await queries.thingsByCode(db, viewer, { digits: given, kinds })));
  }
  if (isWord) hits.push(...(await queries.groundByName(db, ground)));
  // A million addresses are read through only where little else bears the words.
  if (asks('city-component') && isWord && hits.length < limit) {
    hits.push(...(await queries.componentsByAddress(db, viewer, given)));
  }
  return hits;
}

/** What is both in the index and found by its number is shown once. */
function withoutTwins(hits: readonly SearchHitRow[]): SearchHitRow[] {
  return [...new Map(hits.map((hit) => [`${hit.kind} ${hit.id}`, hit])).values()];
}
