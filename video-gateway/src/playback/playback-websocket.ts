/** Plays recordings over a WebSocket: the ticket first, then the viewer's words there and fragments back. */
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { admit, endTogether, type Caller, type Welcome } from '#outputs/door/websocket-door.ts';
import { binaryFrame } from '#outputs/websocket-frame.ts';
import { markedFragment } from '#packaging/mark/marked-picture.ts';
import type { Codec } from '#packaging/mark/ticket-mark.ts';
import type { PlaybackDesk, RecordedLook } from '#playback/playback-desk.ts';
import { parseJson } from '#parse-json.ts';
import { PlaybackSession } from '#playback/playback-session.ts';
import type { PackagedPicture } from '#playback/recorded-packager.ts';
import type { PackagedSound } from '#playback/recorded-sound.ts';
import type { Look } from '#views/look.ts';

/** A page that is dragged along its time line says less than this; each word may open a pull. */
const wordsPerSecond = 10;
/** What may wait for a viewer before the recorder is asked for no more. */
const behindBytes = 512 * 1024;
/** With the group of pictures that was under way; more is none of a camera's. */
const maxWaitingBytes = 4 * 1024 * 1024;

/** The first byte of each binary frame: what the box behind it belongs to. */
const tracks = { picture: Buffer.from([0]), sound: Buffer.from([1]) } as const;

const generation = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const word = z.discriminatedUnion('type', [
  z.object({ type: z.literal('play'), generation, atMs: z.number(), speed: z.number() }),
  z.object({ type: z.literal('pause'), generation }),
  z.object({ type: z.literal('listen'), on: z.boolean() }),
]);

export const playRecorded =
  (desk: PlaybackDesk): Welcome =>
  async (caller) => {
    const { clientIp, sessionId } = caller;
    const recorded = await admit(caller, ({ ticket }) =>
      desk.open(ticket, { clientIp, sessionId }),
    );
    if (recorded !== null) show(desk, recorded, caller);
  };

function show(desk: PlaybackDesk, recorded: RecordedLook, caller: Caller): void {
  const { look, camera, window, recordings, speeds } = recorded;
  const sound = look.ticket.recording?.sound === true;
  const output = outputTo(caller, look);
  const session = new PlaybackSession({
    video: desk.video,
    camera,
    window,
    recordings,
    speeds,
    sound,
    output,
  });
  endTogether(caller, look, () => session.close());
  obey(caller.webSocket, session, () => look.close('words-misshapen'));
  output.tell({ type: 'opened', viewId: look.ticket.viewId, ...window, recordings, speeds, sound });
}

function outputTo({ webSocket, socket, reader }: Caller, look: Look) {
  let codec: Codec = 'h264';
  const tell = (message: object) => webSocket.send(JSON.stringify(message));
  const waiting = () => reader.waitingBytes(performance.now());
  const write = (track: Buffer, pieces: readonly Buffer[]) => {
    socket.write(binaryFrame(Buffer.concat([track, ...pieces])));
    reader.wrote(performance.now());
  };
  const mayWrite = (): boolean => {
    if (webSocket.readyState !== webSocket.OPEN) return false;
    if (waiting() <= maxWaitingBytes) return true;
    look.close('viewer-too-slow');
    return false;
  };
  return {
    tell,
    isBehind: () => waiting() > behindBytes,
    show: ({ bytes, key, begins }: PackagedPicture) => {
      if (!mayWrite()) return;
      if (begins !== null) {
        const { init, mime, width, height } = begins;
        codec = mime.includes('hvc1') ? 'h265' : 'h264';
        tell({ type: 'config', mime, width, height });
        write(tracks.picture, [init]);
      }
      write(tracks.picture, key ? markedFragment(bytes, codec, look.ticket) : [bytes]);
      look.served(bytes.length, 1);
    },
    hear: ({ bytes, begins }: PackagedSound) => {
      if (!mayWrite()) return;
      if (begins !== null) {
        tell({ type: 'sound', mime: begins.mime });
        write(tracks.sound, [begins.init]);
      }
      write(tracks.sound, [bytes]);
      look.served(bytes.length, 0);
    },
  };
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
    switch (read.data.type) {
      case 'play':
        return session.play(read.data);
      case 'pause':
        return session.pause(read.data.generation);
      case 'listen':
        return session.listen(read.data.on);
    }
  });
}
