import type { z } from 'zod';

/** Rows for `map` are for all who see the place; rows for `audit` tell of people's acts and need audit.read. */
export type JournalAudience = 'map' | 'audit';

export type JournalKindDefinition = {
  version: number;
  audience: JournalAudience;
  payload: z.ZodType<Record<string, unknown>>;
  /** Turns the payload of version n into that of version n + 1. */
  upcasters?: Record<number, (old: Record<string, unknown>) => Record<string, unknown>>;
};
