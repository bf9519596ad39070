/** What an answer of another system says, whichever of the forms it comes in. */
import {
  themeDocument,
  weatherDocument,
  type ThemeDocument,
  type WeatherDocument,
} from 'grid-data';
import { themeOfTable } from 'grid-data/import';
import type { z } from 'zod';
import type { Understood } from './outside-source.ts';

export const asWeather = (bytes: Uint8Array): Understood<WeatherDocument> =>
  asDocument(weatherDocument, bytes);

/** A JSON document begins with a brace, which no table does. */
export function asTheme(bytes: Uint8Array): Understood<ThemeDocument> {
  if (/^\uFEFF?\s*\{/.test(Buffer.from(bytes.subarray(0, 80)).toString('utf8'))) {
    return asDocument(themeDocument, bytes);
  }
  const { document, rejects } = themeOfTable(bytes);
  return { value: document, rejects };
}

function asDocument<Value>(form: z.ZodType<Value>, bytes: Uint8Array): Understood<Value> {
  const parsed = form.safeParse(parse(Buffer.from(bytes).toString('utf8')));
  return { value: parsed.success ? parsed.data : null, rejects: [] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
