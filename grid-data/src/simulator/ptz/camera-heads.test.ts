import { beforeEach, describe, expect, it } from 'vitest';
import { testCameras } from '../cameras/test-cameras.ts';
import { FaultBoard } from '../faults/fault-board.ts';
import { CameraHeads } from './camera-heads.ts';

const turning = testCameras.find(({ kind }) => kind === 'ptz')!;
const fixed = testCameras.find(({ kind }) => kind === 'fixed')!;
let nowMs: number;
let faults: FaultBoard;
let heads: CameraHeads;
beforeEach(() => {
  nowMs = 1_000_000;
  faults = new FaultBoard();
  heads = new CameraHeads(faults, () => nowMs);
});

describe('a camera that turns', () => {
  it('moves on until it is stopped, no further than its joints go', () => {
    heads.move(turning, { pan: -1, tilt: 1 }, 0.5);
    nowMs += 2_000;
    expect(heads.poseOf(turning)).toEqual({ panDeg: 270, tiltDeg: 20, zoom: 1 });
    heads.stop(turning);
    nowMs += 60_000;
    expect(heads.poseOf(turning)).toMatchObject({ panDeg: 270 });
  });

  it('moves on for ever when the stop is lost', () => {
    faults.set('ptz-stop-lost', { cameraId: turning.id }, true);
    heads.move(turning, { pan: 1 });
    nowMs += 1_000;
    heads.stop(turning);
    nowMs += 1_000;
    expect(heads.poseOf(turning)!.panDeg).toBeCloseTo(180);
    faults.clear();
    heads.stop(turning);
    nowMs += 1_000;
    expect(heads.poseOf(turning)!.panDeg).toBeCloseTo(180);
  });

  it('goes to a preset the shorter way, in time, and keeps new ones', () => {
    expect(heads.goToPreset(turning, 2)).toBe(true);
    nowMs += 225;
    expect(heads.poseOf(turning)!.panDeg).toBeCloseTo(315);
    nowMs += 225;
    expect(heads.poseOf(turning)).toEqual({ panDeg: 270, tiltDeg: -8, zoom: 2 });
    heads.move(turning, { pan: 1 });
    nowMs += 500;
    heads.stop(turning);
    heads.setPreset(turning, 9, '桥头');
    expect(heads.presetsOf(turning).at(-1)).toMatchObject({ number: 9, pose: { panDeg: 315 } });
    expect(heads.goToPreset(turning, 77)).toBe(false);
  });

  it('brings a part of its picture to the middle and fills the picture with it', () => {
    heads.frame(turning, [0.5, 0.5, 1, 1]);
    expect(heads.poseOf(turning)).toEqual({ panDeg: 15, tiltDeg: -19, zoom: 2 });
  });
});

it('a camera that does not turn has no pose', () => {
  heads.move(fixed, { pan: 1 });
  expect(heads.poseOf(fixed)).toBeNull();
  expect(heads.poses()).toEqual({});
});

it('a camera goes where it is told, no further than its joints go', () => {
  heads.goTo(turning, { panDeg: -10, tiltDeg: 80, zoom: 3 });
  nowMs += 5_000;
  expect(heads.poseOf(turning)).toEqual({ panDeg: 350, tiltDeg: 20, zoom: 3 });
});
