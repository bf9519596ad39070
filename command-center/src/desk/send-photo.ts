/** Sends a picture to the server before the move that it belongs to; the server makes its own JPEG of it. */
export type PhotoSent = { id: string } | { refused: PhotoRefusal };

/** What the server says of a file by name; all else it does not take. */
const named = ['photo-bomb', 'photo-format', 'photo-broken'] as const;
type PhotoRefusal = (typeof named)[number] | 'too-large' | 'unreachable' | 'not-taken';

/** What the server takes at most; said before anything is sent. */
export const largestPhotoBytes = 20 * 1024 * 1024;

export async function sendPhoto(file: Blob): Promise<PhotoSent> {
  if (file.size > largestPhotoBytes) return { refused: 'too-large' };
  const bytes = await file.arrayBuffer();
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', bytes));
  const answer = await fetch(`/photos?sha256=${sha256}&size=${bytes.byteLength}&offset=0`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
  }).catch(() => null);
  if (answer === null) return { refused: 'unreachable' };
  const told = (await answer.json().catch(() => null)) as Told | null;
  if (typeof told?.id === 'string') return { id: told.id };
  return { refused: named.find((reason) => reason === told?.error?.reason) ?? 'not-taken' };
}

type Told = { id?: unknown; error?: { reason?: unknown } };

function hexOf(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
