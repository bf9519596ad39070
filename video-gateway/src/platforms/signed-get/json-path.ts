/** The little of JSONPath that platform descriptions need: `data.rows`, `data.list[0].url`, with or without `$.`. */
import { z } from 'zod';

export const jsonPath = z
  .string()
  .regex(
    /^(\$\.)?[\w-]+(\.[\w-]+|\[\d+\])*$/,
    'must be a path such as data.rows or data.list[0].url',
  );

export function valueAt(value: unknown, path: string): unknown {
  const steps = path.replace(/^\$\./, '').match(/[\w-]+/g) ?? [];
  let at: unknown = value;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}
