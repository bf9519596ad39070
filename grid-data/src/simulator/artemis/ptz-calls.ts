import { z } from 'zod';
import { canTurn } from '#domain/camera.ts';
import type { HeadMotion } from '../ptz/camera-heads.ts';
import type { ArtemisCall } from './artemis-answer.ts';
import { cameraCall, oneCamera, refusal, success } from './artemis-answer.ts';

const motions: Readonly<Record<string, HeadMotion>> = {
  LEFT: { pan: -1 },
  RIGHT: { pan: 1 },
  UP: { tilt: 1 },
  DOWN: { tilt: -1 },
  LEFT_UP: { pan: -1, tilt: 1 },
  LEFT_DOWN: { pan: -1, tilt: -1 },
  RIGHT_UP: { pan: 1, tilt: 1 },
  RIGHT_DOWN: { pan: 1, tilt: -1 },
  ZOOM_IN: { zoom: 1 },
  ZOOM_OUT: { zoom: -1 },
};
/** Taken, and not shown in the pose. */
const lensCommands = ['FOCUS_NEAR', 'FOCUS_FAR', 'IRIS_ENLARGE', 'IRIS_REDUCE'];

const controlling = oneCamera.extend({
  action: z.union([z.literal(0), z.literal(1)]),
  command: z.enum([...Object.keys(motions), ...lensCommands, 'GOTO_PRESET']),
  speed: z.number().int().min(1).max(100).default(50),
  presetIndex: z.number().int().min(1).max(300).optional(),
});

const corner = z.number().int().min(0).max(255);
const box = oneCamera.extend({ startX: corner, startY: corner, endX: corner, endY: corner });
const preset = oneCamera.extend({
  presetName: z.string().min(1).max(20),
  presetIndex: z.number().int().min(1).max(300),
});

const fixed = () => refusal('notSupported', 'the device has no ptz');

export const ptzCalls: Readonly<Record<string, ArtemisCall>> = {
  '/api/video/v1/ptzs/controlling': cameraCall(controlling, (asked, camera, { heads }) => {
    if (!canTurn(camera.kind)) return fixed();
    if (asked.command === 'GOTO_PRESET') {
      const isKnown = heads.goToPreset(camera, asked.presetIndex ?? 0);
      return isKnown ? success(null) : refusal('noSuchPreset', 'preset does not exist');
    }
    if (asked.action === 1) heads.stop(camera);
    else heads.move(camera, motions[asked.command] ?? {}, asked.speed / 100);
    return success(null);
  }),
  '/api/video/v1/ptzs/selZoom': cameraCall(box, (asked, camera, { heads }) => {
    if (!canTurn(camera.kind)) return fixed();
    const { startX, startY, endX, endY } = asked;
    heads.frame(camera, [startX / 255, startY / 255, endX / 255, endY / 255]);
    return success(null);
  }),
  '/api/video/v1/presets/searches': cameraCall(oneCamera, (_, camera, { heads }) =>
    success({
      list: heads.presetsOf(camera).map(({ number, name }) => ({
        cameraIndexCode: camera.platformCameraId,
        presetPointIndex: number,
        presetPointName: name,
      })),
    }),
  ),
  '/api/video/v1/presets/addition': cameraCall(preset, (asked, camera, { heads }) => {
    if (!canTurn(camera.kind)) return fixed();
    heads.setPreset(camera, asked.presetIndex, asked.presetName);
    return success(null);
  }),
};
