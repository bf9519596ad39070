import { z } from 'zod';

/** One row of a file as it was read, before anything is believed of it: what the upload endpoint takes, line by line. */
export const sourceRow = z.object({
  /** Line of a CSV, number of the feature in a GeoJSON; both from 1. */
  line: z.number().int().positive(),
  fields: z.record(z.string(), z.unknown()),
  geometry: z.unknown().optional(),
});
export type SourceRow = z.infer<typeof sourceRow>;

export type RejectedRow = { line: number; reason: string; detail: string };
