/** What platforms list arrives as numbers or as text, by release, with zero where nobody entered anything. */
import { z } from 'zod';

export const looseNumber = z.union([z.number(), z.string()]).nullish();
export type LooseNumber = z.infer<typeof looseNumber>;

export function readDegrees(value: LooseNumber, limit: number): number | null {
  if (value === null || value === undefined || value === '') return null;
  const degrees = Number(value);
  return Number.isFinite(degrees) && degrees !== 0 && Math.abs(degrees) <= limit ? degrees : null;
}

/** A GB/T 28181 code has 20 digits; other ids found in its place are no code. */
export function readGbCode(value: string | null | undefined): string | null {
  return value !== null && value !== undefined && value.length > 0 && value.length <= 20
    ? value
    : null;
}
