/** Brings a photo to the server piece by piece; after a break it goes on where the server has it. */
import type { Net } from '../net/ask-graph.ts';
import type { EntryRefusal, PhotoBody } from './outbox-entry.ts';
import type { Outcome } from './outbox.ts';

/** Small enough that a weak line loses little with one. */
const pieceBytes = 256 * 1024;
/** The server says where it stands; one that keeps saying other than what was sent has lost its way. */
const mostPieces = 200;

type Received = { received: number; id: string | null };

export async function sendPhoto(net: Net, { bytes }: PhotoBody): Promise<Outcome> {
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', bytes));
  const begun = await answered(await net.fetch(`/photos/received?sha256=${sha256}`));
  if ('sent' in begun) return begun;
  let { received, id } = begun;
  for (let piece = 0; id === null; piece += 1) {
    if (piece === mostPieces) return { sent: false, stop: 'server-trouble' };
    const body = new Uint8Array(bytes, received, Math.min(pieceBytes, bytes.byteLength - received));
    const query = `sha256=${sha256}&size=${bytes.byteLength}&offset=${received}`;
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await answered(
      await net.fetch(`/photos?${query}`, { method: 'POST', headers, body: body.slice() }),
    );
    if ('sent' in answer) return answer;
    ({ received, id } = answer);
  }
  return { sent: true, answer: id };
}

/** What the server has, or why it does not take it. */
async function answered(answer: Response | null): Promise<Received | Outcome> {
  if (answer === null) return { sent: false, stop: 'unreachable' };
  const body = (await answer.json().catch(() => null)) as
    | (Received & { error?: EntryRefusal })
    | null;
  if (answer.ok && typeof body?.received === 'number') return body;
  if (answer.status === 401) return { sent: false, stop: 'signed-out' };
  if (answer.status >= 500 || answer.status === 429 || !body?.error) {
    return { sent: false, stop: 'server-trouble' };
  }
  const { reason, message, ...details } = body.error;
  return { sent: false, refusal: { reason, message, details } };
}

function hexOf(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
