/** Paints in a thread of its own: a tenth of a second for a picture is long for the streams of all cameras. */
import { parentPort } from 'node:worker_threads';
import { sharedClips } from '../clips/catalogue.ts';
import type { HeadPose } from '../ptz/camera-heads.ts';
import { TurnedScene } from './turned-scene.ts';

export type PaintOrder = {
  id: number;
  cameraId: string;
  scene: string;
  pose: HeadPose;
  time: number;
};
export type Painted = { id: number; picture: Uint8Array };

/** Each keeps its last setting. */
const mostScenes = 8;
const scenes = new Map<string, TurnedScene>();

parentPort?.on('message', ({ id, cameraId, scene, pose, time }: PaintOrder) => {
  const turned = scenes.get(cameraId) ?? new TurnedScene(sharedClips[scene]!());
  scenes.delete(cameraId);
  scenes.set(cameraId, turned);
  const [oldest] = scenes.keys();
  if (scenes.size > mostScenes && oldest !== undefined) scenes.delete(oldest);
  const picture = turned.picture(pose, time);
  parentPort?.postMessage({ id, picture } satisfies Painted, [picture.buffer as ArrayBuffer]);
});
