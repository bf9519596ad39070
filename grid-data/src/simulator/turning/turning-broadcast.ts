/**
 * The live picture of a camera that turns: its clip while the head is at home, and what the head sees, drawn from its
 * angles, while it is not.
 */
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import { headPresets } from '../../generate/cameras/head-presets.ts';
import type { Broadcast } from '../media/broadcast.ts';
import { frameOf, keyFrameBefore, type Clip } from '../media/clip.ts';
import type { FrameTicker } from '../media/frame-ticker.ts';
import type { CameraHeads, HeadPose } from '../ptz/camera-heads.ts';
import {
  ClipPacketizer,
  framePackets,
  relabelled,
  type FramePackets,
} from '../rtsp/h264-packets.ts';
import type { PaintShop } from './paint-shop.ts';
import { PlainCoder, pps, sps } from './plain-coder.ts';
import { blockSize, pictureSize, type RawPicture } from './raw-picture.ts';

export type TurningParts = {
  camera: SimulatedCamera;
  clip: Clip;
  /** What its clip was drawn of. */
  scene: string;
  ticker: FrameTicker;
  heads: CameraHeads;
  shop: PaintShop;
};

const home = headPresets[0]!.pose;
/** Painted so often; in between runs the light at the lower edge alone, by which a picture that stands is told. */
const paintEveryFrames = 3;
const keyEveryFrames = 30;
const lightRows = 3;
const white = 235;

export class TurningBroadcast implements Broadcast {
  readonly packetizer: ClipPacketizer;
  readonly #parts: TurningParts;
  readonly #watchers = new Set<(frame: FramePackets) => void>();
  #coder = new PlainCoder();
  #stopListening: (() => void) | null = null;
  #group: FramePackets[] = [];
  /** Of the next packet. */
  #sequence = 0;
  #picture: RawPicture | null = null;
  /** Since when what is shown is drawn; null while the clip is. */
  #drawnFrom: number | null = null;
  #askedFor: { pose: HeadPose; frame: number; isDone: boolean } | null = null;

  constructor(parts: TurningParts) {
    this.#parts = parts;
    this.packetizer = new ClipPacketizer(parts.clip);
  }

  currentGroup(): readonly FramePackets[] {
    if (this.#stopListening === null) this.#begin(this.#parts.ticker.lastFrameNumber);
    return this.#group;
  }

  watch(onFrame: (frame: FramePackets) => void): () => void {
    this.#watchers.add(onFrame);
    if (this.#stopListening === null) {
      const { ticker } = this.#parts;
      this.#stopListening = ticker.listen((frame) => this.#send(frame));
      this.#begin(ticker.lastFrameNumber);
    }
    return () => {
      this.#watchers.delete(onFrame);
      if (this.#watchers.size > 0) return;
      this.#stopListening?.();
      this.#stopListening = null;
    };
  }

  /** What somebody sees who comes now. */
  #begin(newest: number): void {
    this.#group = [];
    const pose = this.#pose();
    if (!isHome(pose)) this.#wantPicture(pose, newest);
    if (!isHome(pose) && this.#picture !== null) {
      this.#sequence = this.packetizer.sequenceOf(newest);
      this.#drawnFrom = newest;
      this.#keep(this.#drawn(newest));
      return;
    }
    this.#drawnFrom = null;
    const key = keyFrameBefore(this.#parts.clip, newest);
    this.#sequence = this.packetizer.sequenceOf(key);
    for (let at = key; at <= newest; at += 1) this.#keep(this.#fromClip(at));
  }

  #send(frame: number): void {
    const shown = this.#keep(this.#next(frame));
    for (const onFrame of this.#watchers) onFrame(shown);
  }

  #next(frame: number): FramePackets {
    const pose = this.#pose();
    const isAway = !isHome(pose);
    if (isAway) this.#wantPicture(pose, frame);
    if (this.#drawnFrom === null) {
      if (!isAway || this.#picture === null) return this.#fromClip(frame);
      this.#drawnFrom = frame;
    } else if (!isAway && frameOf(this.#parts.clip, frame).isKey) {
      this.#drawnFrom = null;
      this.#picture = null;
      return this.#fromClip(frame);
    }
    return this.#drawn(frame);
  }

  #keep(frame: FramePackets): FramePackets {
    if (frame.isKey) this.#group = [];
    this.#group.push(frame);
    this.#sequence = (this.#sequence + frame.packets.length) % 0x1_0000;
    return frame;
  }

  #fromClip(frame: number): FramePackets {
    const packets = this.packetizer.packetsOf(frame);
    return relabelled(packets, this.#sequence, packets.rtpTimestamp);
  }

  #drawn(frame: number): FramePackets {
    const isKey = (frame - this.#drawnFrom!) % keyEveryFrames === 0;
    const picture = withLight(this.#picture!, frame);
    const slice = isKey ? this.#coder.key(picture) : this.#coder.next(picture);
    const { ssrc } = this.packetizer;
    return framePackets({ sps, pps, slices: [slice], isKey }, frame, {
      ssrc,
      sequence: this.#sequence,
    });
  }

  #wantPicture(pose: HeadPose, frame: number): void {
    const asked = this.#askedFor;
    if (asked !== null && (!asked.isDone || frame - asked.frame < paintEveryFrames)) return;
    const { camera, scene, shop, clip } = this.#parts;
    const loop = clip.frames.length;
    const time = (frame % loop) / loop;
    const order = { pose, frame, isDone: false };
    this.#askedFor = order;
    void shop.paint({ cameraId: camera.id, scene, pose, time }).then((picture) => {
      this.#picture = picture;
      order.isDone = true;
    });
  }

  #pose(): HeadPose {
    return this.#parts.heads.poseOf(this.#parts.camera) ?? home;
  }
}

const isHome = ({ panDeg, tiltDeg, zoom }: HeadPose): boolean =>
  panDeg === home.panDeg && tiltDeg === home.tiltDeg && zoom === home.zoom;

/** A light that runs along the lower edge once in two seconds: what is shown lives. */
function withLight(picture: RawPicture, frame: number): RawPicture {
  const lit = Uint8Array.from(picture);
  const { width, height } = pictureSize;
  const left = (frame % (width / blockSize)) * blockSize;
  for (let row = height - lightRows; row < height; row += 1) {
    lit.fill(white, row * width + left, row * width + left + blockSize);
  }
  return lit;
}
