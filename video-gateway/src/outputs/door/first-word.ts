/** The first message of a viewer's WebSocket: its ticket, and whether it is to be heard. */
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { closeCodes, sayClosed } from '#outputs/close-codes.ts';
import { parseJson } from '#parse-json.ts';

const firstMessageMs = 5_000;
const firstMessage = z.object({
  ticket: z.string().max(2048),
  /** AAC in the same stream, once the camera is heard. */
  sound: z.boolean().default(false),
});
export type FirstMessage = z.infer<typeof firstMessage>;

/** Null when the socket was closed or did not say its ticket in time. */
export function firstWord(webSocket: WebSocket): Promise<FirstMessage | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      sayClosed(webSocket, 'first-message-late', closeCodes.late);
      resolve(null);
    }, firstMessageMs);
    webSocket.once('close', () => {
      clearTimeout(timer);
      resolve(null);
    });
    webSocket.once('message', (data: Buffer, isBinary) => {
      clearTimeout(timer);
      const read = isBinary ? null : firstMessage.safeParse(parseJson(String(data)));
      if (read?.success === true) resolve(read.data);
      else {
        sayClosed(webSocket, 'ticket-forged', closeCodes.badTicket);
        resolve(null);
      }
    });
  });
}
