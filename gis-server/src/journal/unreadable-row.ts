const told = new Set<string>();

/**
 * Says that this version cannot read rows of a kind and version, once for each: a newer server beside us writes many
 * of them. Who reads on leaves the row out; in the journal it stays as it is, for those who can read it.
 */
export function tellUnreadable(
  { seq, kind, payload }: { seq: number; kind: string; payload: Record<string, unknown> },
  error: unknown,
): void {
  const what = `${kind} v${String(payload['v'] ?? 1)}`;
  if (told.has(what)) return;
  told.add(what);
  const why = (error as Error).message.replaceAll(/\s+/g, ' ');
  console.error(`journal: rows of ${what} (first ${seq}) cannot be read and are left out: ${why}`);
}
