/** Null for what is no JSON: refused by the schema like any other misshapen message. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
