/** Plays recordings over a WebSocket: the ticket first, then the viewer's words there and fragments back. */
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { parseJson } from '#outputs/door/first-word.ts';
import { admit, endTogether, type Caller, type Welcome } from '#outputs/door/websocket-door.ts';
import { binaryFrame } from '#outputs/websocket-frame.ts';
import { markedFragment } from '#packaging/mark/marked-picture.ts';
import type { Codec } from '#packaging/mark/ticket-mark.ts';
import type { PlaybackDesk, RecordedLook } from '#playback/playback-desk.ts';
import { PlaybackSession } from '#playback/playback-session.ts';

/** A page that is dragged along its time line says less than this; each word may open a pull. */
const wordsPerSecond = 10;
/** What a viewer has not taken in yet; more is a viewer who does not look. */
const maxWaitingBytes = 16 * 1024 * 1024;

const generation = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const word = z.discriminatedUnion('type', [
  z.object({ type: z.literal('play'), generation, atMs: z.number(), speed: z.number() }),
  z.object({ type: z.literal('pause'), generation }),
]);

export const playRecorded =
  (desk: PlaybackDesk): Welcome =>
  async (caller) => {
    const recorded = await admit(caller, ({ ticket }) => desk.open(ticket, caller.clientIp));
    if (recorded !== null) show(desk, recorded, caller);
  };

function show(desk: PlaybackDesk, recorded: RecordedLook, caller: Caller): void {
  const { webSocket, socket } = caller;
  const { look, camera, window, recordings, speeds } = recorded;
  const tell = (message: object) => webSocket.send(JSON.stringify(message));
  let codec: Codec = 'h264';
  const session = new PlaybackSession({
    video: desk.video,
    camera,
    window,
    recordings,
    speeds,
    output: {
      tell,
      show: ({ bytes, key, begins }) => {
        if (webSocket.readyState !== webSocket.OPEN) return;
        if (socket.writableLength > maxWaitingBytes) return look.close('viewer-too-slow');
        if (begins !== null) {
          const { init, mime, width, height } = begins;
          codec = mime.includes('hvc1') ? 'h265' : 'h264';
          tell({ type: 'config', mime, width, height });
          socket.write(binaryFrame(init));
        }
        const pieces = key ? markedFragment(bytes, codec, look.ticket) : [bytes];
        socket.write(binaryFrame(Buffer.concat(pieces)));
        look.served(bytes.length, 1);
      },
    },
  });
  endTogether(caller, look, () => session.close());
  obey(webSocket, session, () => look.close('words-misshapen'));
  tell({ type: 'opened', viewId: look.ticket.viewId, ...window, recordings, speeds });
}

function obey(webSocket: WebSocket, session: PlaybackSession, refuse: () => void): void {
  let allowance: number = wordsPerSecond;
  let at = performance.now();
  webSocket.on('message', (data: Buffer, isBinary) => {
    const now = performance.now();
    allowance = Math.min(wordsPerSecond, allowance + ((now - at) / 1000) * wordsPerSecond) - 1;
    at = now;
    const read = isBinary ? null : word.safeParse(parseJson(String(data)));
    if (read?.success !== true || allowance < -wordsPerSecond) return refuse();
    if (read.data.type === 'play') session.play(read.data);
    else session.pause(read.data.generation);
  });
}
