const askAgainMs = 1000;

/** Answers true once the tiles have seen this row of the journal; false where nobody waits any more. */
export async function tilesHaveSeen(seq: number, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    // Any tile tells how far all tiles are; refused or cut off, it is asked again.
    const answer = await fetch('/tiles/areas/0/0/0.mvt', { cache: 'no-store', signal }).catch(
      () => null,
    );
    if (Number(answer?.headers.get('x-journal-seq') ?? -1) >= seq) return true;
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
  return false;
}
