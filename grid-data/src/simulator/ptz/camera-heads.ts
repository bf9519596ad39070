/** Where each camera that turns looks: a pose that goes on moving until it is told to stop. */
import { canTurn } from '#domain/camera.ts';
import { headPresets } from '../../generate/cameras/head-presets.ts';
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import type { FaultBoard } from '../faults/fault-board.ts';

/** Pan 0 is where the camera was fixed to look, clockwise; tilt 0 is the horizon, down is negative. */
export type HeadPose = { panDeg: number; tiltDeg: number; zoom: number };
export type HeadPreset = { number: number; name: string; pose: HeadPose };
/** Which way, -1 or 1, per axis; an axis left out goes on as it did. */
export type HeadMotion = { pan?: number; tilt?: number; zoom?: number };

/** Degrees a second, and doublings of the zoom a second, at full speed. */
const fastest = { pan: 90, tilt: 45, zoom: 1 };
const limits = { tilt: [-90, 20], zoom: [1, 32] } as const;
/** To a preset a head goes faster than anybody may turn it. */
const presetSpeed = { pan: 200, tilt: 120 };
/** What the lens takes in at zoom 1. */
export const widestDeg = { across: 60, up: 36 };

type Head = {
  pose: HeadPose;
  sinceMs: number;
  motion: Required<HeadMotion>;
  target: { pose: HeadPose; atMs: number } | null;
  presets: Map<number, HeadPreset>;
};

const still = { pan: 0, tilt: 0, zoom: 0 };

export class CameraHeads {
  readonly #faults: FaultBoard;
  readonly #now: () => number;
  readonly #heads = new Map<string, Head>();

  constructor(faults: FaultBoard, now: () => number = Date.now) {
    this.#faults = faults;
    this.#now = now;
  }

  /** Null for a camera that does not turn. */
  poseOf(camera: SimulatedCamera): HeadPose | null {
    const head = this.#headOf(camera);
    return head && poseAt(head, this.#now());
  }

  /** `speed` is a share of the fastest. */
  move(camera: SimulatedCamera, ways: HeadMotion, speed = 1): void {
    this.#change(camera, (head) => {
      for (const axis of ['pan', 'tilt', 'zoom'] as const) {
        head.motion[axis] = ways[axis] === undefined ? head.motion[axis] : ways[axis] * speed;
      }
    });
  }

  /** Answered like any other, and not obeyed, while `ptz-stop-lost` is on. */
  stop(camera: SimulatedCamera): void {
    if (this.#faults.isOn('ptz-stop-lost', camera)) return;
    this.#change(camera, (head) => {
      head.motion = { ...still };
    });
  }

  /** Turns so that this box of the picture, in shares of it, fills the picture. */
  frame(camera: SimulatedCamera, box: readonly [number, number, number, number]): void {
    this.#change(camera, ({ pose }) => {
      const [left, top, right, bottom] = box;
      pose.panDeg += (((left + right) / 2 - 0.5) * widestDeg.across) / pose.zoom;
      pose.tiltDeg -= (((top + bottom) / 2 - 0.5) * widestDeg.up) / pose.zoom;
      const share = Math.max(right - left, bottom - top);
      if (share > 0) pose.zoom /= share;
    });
  }

  presetsOf(camera: SimulatedCamera): readonly HeadPreset[] {
    return [...(this.#headOf(camera)?.presets.values() ?? [])];
  }

  setPreset(camera: SimulatedCamera, number: number, name: string): void {
    const pose = this.poseOf(camera);
    if (pose) this.#headOf(camera)!.presets.set(number, { number, name, pose });
  }

  /** False where there is no such preset. */
  goToPreset(camera: SimulatedCamera, number: number): boolean {
    const preset = this.#headOf(camera)?.presets.get(number);
    if (!preset) return false;
    this.goTo(camera, preset.pose);
    return true;
  }

  /** In time, the shorter way round; no further than the joints go. */
  goTo(camera: SimulatedCamera, wanted: HeadPose): void {
    const pose = withinLimits(wanted);
    this.#change(camera, (head) => {
      const pan = Math.abs(turnBetween(head.pose.panDeg, pose.panDeg)) / presetSpeed.pan;
      const tilt = Math.abs(pose.tiltDeg - head.pose.tiltDeg) / presetSpeed.tilt;
      head.motion = { ...still };
      head.target = { pose, atMs: head.sinceMs + Math.max(pan, tilt) * 1_000 };
    });
  }

  /** Of heads that were ever turned, by the city's camera id. */
  poses(): Record<string, HeadPose> {
    const now = this.#now();
    return Object.fromEntries([...this.#heads].map(([id, head]) => [id, poseAt(head, now)]));
  }

  #change(camera: SimulatedCamera, act: (head: Head) => void): void {
    const head = this.#headOf(camera);
    if (!head) return;
    const now = this.#now();
    Object.assign(head, { pose: poseAt(head, now), sinceMs: now, target: null });
    act(head);
    head.pose = withinLimits(head.pose);
  }

  #headOf(camera: SimulatedCamera): Head | null {
    if (!canTurn(camera.kind)) return null;
    const known = this.#heads.get(camera.id) ?? newHead(this.#now());
    this.#heads.set(camera.id, known);
    return known;
  }
}

function newHead(sinceMs: number): Head {
  return {
    pose: headPresets[0]!.pose,
    sinceMs,
    motion: { ...still },
    target: null,
    presets: new Map(headPresets.map((preset) => [preset.number, preset])),
  };
}

function poseAt({ pose, sinceMs, motion, target }: Head, nowMs: number): HeadPose {
  if (target) {
    if (nowMs >= target.atMs) return { ...target.pose };
    const done = (nowMs - sinceMs) / (target.atMs - sinceMs);
    const turn = turnBetween(pose.panDeg, target.pose.panDeg);
    return withinLimits({
      panDeg: pose.panDeg + turn * done,
      tiltDeg: pose.tiltDeg + (target.pose.tiltDeg - pose.tiltDeg) * done,
      zoom: pose.zoom + (target.pose.zoom - pose.zoom) * done,
    });
  }
  const seconds = (nowMs - sinceMs) / 1_000;
  return withinLimits({
    panDeg: pose.panDeg + motion.pan * fastest.pan * seconds,
    tiltDeg: pose.tiltDeg + motion.tilt * fastest.tilt * seconds,
    zoom: pose.zoom * 2 ** (motion.zoom * fastest.zoom * seconds),
  });
}

function withinLimits({ panDeg, tiltDeg, zoom }: HeadPose): HeadPose {
  const between = (value: number, [least, most]: readonly [number, number]) =>
    Math.min(most, Math.max(least, value));
  return {
    panDeg: ((panDeg % 360) + 360) % 360,
    tiltDeg: between(tiltDeg, limits.tilt),
    zoom: between(zoom, limits.zoom),
  };
}

/** The shorter way round. */
function turnBetween(fromDeg: number, toDeg: number): number {
  return ((toDeg - fromDeg + 540) % 360) - 180;
}
