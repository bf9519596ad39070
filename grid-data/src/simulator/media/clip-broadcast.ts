import type { FramePackets } from '../rtsp/h264-packets.ts';
import { ClipPacketizer } from '../rtsp/h264-packets.ts';
import type { Broadcast } from './broadcast.ts';
import type { Clip } from './clip.ts';
import { keyFrameBefore } from './clip.ts';
import type { FrameTicker } from './frame-ticker.ts';

/** One clip to any number of clients: each frame's packets are built once, whoever watches. */
export class ClipBroadcast implements Broadcast {
  readonly packetizer: ClipPacketizer;
  readonly #ticker: FrameTicker;
  readonly #watchers = new Set<(frame: FramePackets) => void>();
  #stopListening: (() => void) | undefined;
  #group: FramePackets[] = [];

  constructor(clip: Clip, ticker: FrameTicker) {
    this.packetizer = new ClipPacketizer(clip);
    this.#ticker = ticker;
  }

  /** Frames since the last key frame: media nodes keep them so that a new client sees a picture at once. */
  currentGroup(): readonly FramePackets[] {
    return this.#stopListening ? this.#group : this.#groupUpTo(this.#ticker.lastFrameNumber);
  }

  /** Live frames from the next one on; `currentGroup`, asked in the same turn, ends just before it. */
  watch(onFrame: (frame: FramePackets) => void): () => void {
    this.#watchers.add(onFrame);
    if (!this.#stopListening) {
      this.#stopListening = this.#ticker.listen((frameNumber) => this.#send(frameNumber));
      this.#group = this.#groupUpTo(this.#ticker.lastFrameNumber);
    }
    return () => {
      this.#watchers.delete(onFrame);
      if (this.#watchers.size > 0) return;
      this.#stopListening?.();
      this.#stopListening = undefined;
      this.#group = [];
    };
  }

  #groupUpTo(newest: number): FramePackets[] {
    const group: FramePackets[] = [];
    const key = keyFrameBefore(this.packetizer.clip, newest);
    for (let at = key; at <= newest; at++) group.push(this.packetizer.packetsOf(at));
    return group;
  }

  #send(frameNumber: number): void {
    const frame = this.packetizer.packetsOf(frameNumber);
    if (frame.isKey) this.#group = [];
    this.#group.push(frame);
    for (const onFrame of this.#watchers) onFrame(frame);
  }
}
