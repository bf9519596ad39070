/**
 * Orders what a search found: the exact code, the exact name or its pinyin, what begins so, what has it in it, the rest;
 * of what happens, the newest first.
 */
import type { SearchHitRow } from './queries.ts';
import { normalised, pinyinInFull, pinyinInitials } from './search-grams.ts';

export const searchKinds = [
  'area',
  'place',
  'road',
  'water',
  'incident',
  'camera',
  'unit',
  'person',
  'grid-cell',
  'city-component',
] as const;

/** In full only where what was typed may be it: that of a Chinese text is none. */
function spelled(title: string, text: string): string {
  return /^[a-z]+$/.test(text) ? pinyinInFull(title) : '';
}

function rankOf(hit: SearchHitRow, text: string): number {
  const id = normalised(hit.id);
  const detail = normalised(hit.detail ?? '');
  const title = normalised(hit.title);
  const initials = pinyinInitials(hit.title);
  const full = spelled(hit.title, text);
  if (id === text) return 0;
  if (title === text) return 1;
  if (detail === text || id.startsWith(text)) return 2;
  if (initials === text || full === text) return 3;
  if (title.startsWith(text)) return 4;
  if (initials.startsWith(text) || full.startsWith(text)) return 5;
  if (title.includes(text) || full.includes(text)) return 6;
  // Found by letters in the middle of its initials, or by its address.
  return 7;
}

const timeOf = ({ at }: SearchHitRow) => at?.getTime() ?? 0;

export function rankHits(hits: readonly SearchHitRow[], text: string): SearchHitRow[] {
  const kindOrder = new Map<string, number>(searchKinds.map((kind, i) => [kind, i]));
  return hits
    .map((hit) => ({ hit, rank: rankOf(hit, text), kind: kindOrder.get(hit.kind) ?? 99 }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.kind - b.kind ||
        timeOf(b.hit) - timeOf(a.hit) ||
        a.hit.title.length - b.hit.title.length ||
        a.hit.title.localeCompare(b.hit.title) ||
        a.hit.id.localeCompare(b.hit.id),
    )
    .map(({ hit }) => hit);
}
