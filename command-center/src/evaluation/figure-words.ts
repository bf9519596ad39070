/** A figure as it is read: no cases are no figure, and not 0 %. */
import { currentLanguage } from '#words/i18n.ts';

type Told = { value?: number | null; unit: string };
type Named = { nameZh: string; nameEn: string };

export const noFigure = '—';

export function figureWords({ value, unit }: Told): string {
  if (value === null || value === undefined) return noFigure;
  return unit === 'percent' ? `${value.toFixed(2)}%` : String(value);
}

export function nameIn({ nameZh, nameEn }: Named): string {
  return currentLanguage() === 'en' ? nameEn : nameZh;
}

/** Reworks and minutes are no rows: nothing of theirs can be opened one by one. */
export function countsRows({ key, unit, rowsAre }: Counting): boolean {
  return unit !== 'minutes' && key !== 'rework-rate' && rowsAre !== 'camera';
}

type Counting = { key: string; unit: string; rowsAre: string };
