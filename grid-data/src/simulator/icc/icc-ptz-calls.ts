import { z } from 'zod';
import { canTurn } from '#domain/camera.ts';
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import type { PlatformParts } from '../platform-parts.ts';
import type { HeadMotion } from '../ptz/camera-heads.ts';
import type { IccAnswer, IccCall } from './icc-answer.ts';
import { channelCall, mediaRefusal, mediaSuccess, oneChannel } from './icc-answer.ts';

/** By the number of the direction: up, down, left, right, then the corners. */
const directions: Readonly<Record<string, HeadMotion>> = {
  1: { tilt: 1 },
  2: { tilt: -1 },
  3: { pan: -1 },
  4: { pan: 1 },
  5: { pan: -1, tilt: 1 },
  6: { pan: -1, tilt: -1 },
  7: { pan: 1, tilt: 1 },
  8: { pan: 1, tilt: -1 },
};

const command = z.enum(['0', '1']);
const step = z.coerce.number().int().min(1).max(8);
const operateDirect = oneChannel.extend({
  direct: z.enum(Object.keys(directions)),
  command,
  stepX: step,
  stepY: step,
});
const operateCamera = oneChannel.extend({
  operateType: z.enum(['1', '2', '3']),
  direct: z.enum(['1', '2']),
  command,
  step,
});
const operatePreset = oneChannel.extend({
  /** 1 goes there, 2 keeps where the camera looks now. */
  operateType: z.enum(['1', '2']),
  presetPointCode: z.coerce.number().int().min(1).max(255),
  presetPointName: z.string(),
});

const degrees = z.coerce.number();
const turnToPosition = oneChannel.extend({ pan: degrees, tilt: degrees, zoom: degrees });

const done = () => mediaSuccess({ result: '1', lockUser: null });

export const iccPtzCalls: Readonly<Record<string, IccCall>> = {
  '/admin/API/DMS/Ptz/OperateDirect': channelCall(operateDirect, (asked, camera, parts) =>
    operate(camera, parts, asked.command === '1', () =>
      parts.heads.move(camera, directions[asked.direct]!, asked.stepX / 8),
    ),
  ),
  '/admin/API/DMS/Ptz/OperateCamera': channelCall(operateCamera, (asked, camera, parts) =>
    operate(camera, parts, asked.command === '1', () => {
      const zoom = asked.direct === '1' ? 1 : -1;
      // Focus and iris are taken, and not shown in the pose.
      parts.heads.move(camera, asked.operateType === '1' ? { zoom } : {}, asked.step / 8);
    }),
  ),
  '/admin/API/DMS/Ptz/GetHeadPosition': channelCall(oneChannel, (_, camera, { heads }) => {
    const pose = heads.poseOf(camera);
    if (!pose) return mediaRefusal(1105, '设备不支持云台');
    return mediaSuccess({ pan: pose.panDeg, tilt: pose.tiltDeg, zoom: pose.zoom });
  }),
  '/admin/API/DMS/Ptz/TurnToPosition': channelCall(turnToPosition, (asked, camera, parts) => {
    if (!canTurn(camera.kind)) return mediaRefusal(1105, '设备不支持云台');
    parts.heads.goTo(camera, { panDeg: asked.pan, tiltDeg: asked.tilt, zoom: asked.zoom });
    return done();
  }),
  '/admin/API/DMS/Ptz/GetPresetPoints': channelCall(oneChannel, (_, camera, { heads }) =>
    mediaSuccess({
      presetPoints: heads
        .presetsOf(camera)
        .map(({ number, name }) => ({ code: String(number), name })),
    }),
  ),
  '/admin/API/DMS/Ptz/OperatePresetPoint': channelCall(operatePreset, (asked, camera, parts) => {
    if (!canTurn(camera.kind)) return mediaRefusal(1105, '设备不支持云台');
    const { operateType, presetPointCode, presetPointName } = asked;
    if (operateType === '2') parts.heads.setPreset(camera, presetPointCode, presetPointName);
    else if (!parts.heads.goToPreset(camera, presetPointCode)) {
      return mediaRefusal(1106, '预置点不存在');
    }
    return done();
  }),
};

function operate(
  camera: SimulatedCamera,
  { heads }: PlatformParts,
  isStart: boolean,
  start: () => void,
): IccAnswer {
  if (!canTurn(camera.kind)) return mediaRefusal(1105, '设备不支持云台');
  if (isStart) start();
  else heads.stop(camera);
  return done();
}
