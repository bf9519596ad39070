import type { ClipPacketizer, FramePackets } from '../rtsp/h264-packets.ts';

/** A camera's live picture to any number of clients. */
export type Broadcast = {
  /** What a new client is told of the picture, and what its recorder keeps. */
  readonly packetizer: ClipPacketizer;
  /** Frames since the last key frame; asked in the same turn as `watch`, it ends just before what that one hands out. */
  currentGroup(): readonly FramePackets[];
  /** Live frames from the next one on, until the answered act. */
  watch(onFrame: (frame: FramePackets) => void): () => void;
};
