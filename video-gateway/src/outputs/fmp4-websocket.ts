/** Shows a view as fragmented MP4 over a WebSocket: the ticket in the first message, then states and fragments. */
import type { Duplex } from 'node:stream';
import type { Epoch, EpochAudio, Fragment } from '#packaging/cmaf-packager.ts';
import { BackPressure } from '#outputs/back-pressure.ts';
import { subscribeBatched, type Batch } from '#outputs/batched-fragments.ts';
import { admit, endTogether, type Caller, type Welcome } from '#outputs/door/websocket-door.ts';
import { fragmentFrame, initFrame, markedFrames } from '#outputs/websocket-frame.ts';
import type { RelayState } from '#relay/relay-state.ts';
import type { ViewDesk } from '#views/view-desk.ts';
import type { View } from '#views/view.ts';

/** Who comes to a camera that `crowdFrom` look through already is given its pictures some at a time. */
export const playFmp4 =
  (desk: ViewDesk, crowdFrom: number): Welcome =>
  async (caller) => {
    const { clientIp, sessionId } = caller;
    const visitor = { transport: 'fmp4-websocket', clientIp, sessionId } as const;
    const opened = await admit(caller, async (said) => ({
      said,
      look: await desk.open(said.ticket, visitor),
    }));
    if (opened === null) return;
    const { look, said } = opened;
    const inCrowd = !said.sound && look.relay.viewers >= crowdFrom;
    showView(look, { sound: said.sound, inCrowd }, caller);
  };

function showView(
  view: View,
  { sound: wantsSound, inCrowd }: { sound: boolean; inCrowd: boolean },
  caller: Caller,
): void {
  const { webSocket, socket, reader } = caller;
  const tell = (message: object) => webSocket.send(JSON.stringify(message));
  const { viewId, maxViewSeconds } = view.ticket;
  tell({ type: 'opened', viewId, maxViewSeconds });
  const pressure = new BackPressure();
  let begun: Epoch | NonNullable<EpochAudio['muxed']> | null = null;
  const begin = ({ epoch, key }: Fragment) => {
    const muxed = wantsSound ? (epoch.audio?.muxed ?? null) : null;
    const wanted = muxed ?? epoch;
    // Sound that is first heard in the middle of a group joins at the next key picture.
    if (begun === wanted || (begun !== null && !key)) return;
    begun = wanted;
    const { width, height, number } = epoch;
    tell({ type: 'config', mime: wanted.mime, width, height, epoch: number });
    socket.write(initFrame(wanted));
    view.served(wanted.init.length, 0);
  };
  /** One picture, or some that leave together. */
  const show = (judged: Fragment | Batch, pictures: readonly [Fragment, ...Fragment[]]) => {
    if (webSocket.readyState !== webSocket.OPEN) return;
    const now = performance.now();
    const verdict = pressure.judge(judged, reader.waitingBytes(now), now);
    if (verdict === 'close') view.close('viewer-too-slow');
    if (verdict !== 'send') return;
    begin(pictures[0]);
    const frames = 'frames' in judged ? judged.frames : fragmentFrame(judged);
    const [first] = pictures;
    if (!first.key) socket.write(frames);
    else writeTogether(socket, markedFrames(frames, first, view.ticket));
    reader.wrote(now);
    view.served(judged.bytes.length, pictures.length);
  };
  let soundTold = false;
  const sendSound = (sound: Fragment) => {
    const codec = sound.epoch.audio?.config.codecName;
    if (!soundTold && codec !== undefined) tell({ type: 'sound', codec });
    soundTold = true;
    if (begun === null || sound.epoch.audio?.muxed !== begun) return;
    socket.write(fragmentFrame(sound));
    view.served(sound.bytes.length, 0);
  };
  // The group of pictures that a viewer joins with leaves in one write.
  socket.cork();
  const onState = (state: RelayState) => tell({ type: 'state', ...state });
  const leave = inCrowd
    ? subscribeBatched(view.relay, {
        onState,
        onBatch: (batch) => show(batch, batch.fragments),
      })
    : view.relay.subscribe({
        onState,
        onFragment: (fragment) => show(fragment, [fragment]),
        onSound: (sound) => {
          if (webSocket.readyState === webSocket.OPEN) sendSound(sound);
        },
      });
  socket.uncork();
  endTogether(caller, view, leave);
}

function writeTogether(socket: Duplex, pieces: readonly Buffer[]): void {
  socket.cork();
  for (const piece of pieces) socket.write(piece);
  socket.uncork();
}
