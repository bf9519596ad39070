import { z } from 'zod';
import type { CameraKind } from '#domain/camera.ts';
import { fromCgcs2000 } from '#domain/coordinate-systems.ts';
import { platformIdOf } from '../cameras/camera-register.ts';
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import type { PlatformParts } from '../platform-parts.ts';
import { mediaAddresses, playbackToken } from '../platform-parts.ts';
import type { IccAnswer, IccCall } from './icc-answer.ts';
import {
  channelCall,
  mediaRefusal,
  mediaSuccess,
  oneChannel,
  resourceRefusal,
  resourceSuccess,
} from './icc-answer.ts';
import { iccPtzCalls } from './icc-ptz-calls.ts';

const startVideo = oneChannel.extend({
  streamType: z.enum(['1', '2']),
  dataType: z.enum(['1', '3']),
});

const unixSeconds = z
  .string()
  .regex(/^\d{9,11}$/)
  .transform(Number);
const recordedTime = oneChannel.extend({
  recordSource: z.enum(['1', '2', '3']),
  startTime: unixSeconds,
  endTime: unixSeconds,
});

/** Calls behind the login, by the path behind the gateway's prefix. */
export const iccCalls: Readonly<Record<string, IccCall>> = {
  '/evo-brm/1.2.0/device/channel/subsystem/page': listChannels,
  '/admin/API/MTS/Video/StartVideo': channelCall(startVideo, (_, camera, parts) => {
    if (parts.register.stateOf(camera) === 'offline') return mediaRefusal(1103, '设备不在线');
    if (parts.faults.isOn('licence-full', camera)) return mediaRefusal(1201, '超过授权路数');
    const path = `/dss/monitor/param?cameraid=${encodeURIComponent(platformIdOf(camera))}`;
    return stream(parts, camera, path, parts.tokens.issue(camera.id));
  }),
  '/admin/API/SS/Record/QueryRecords': channelCall(recordedTime, (asked, camera, parts) => {
    const files = parts.recorder.filesOf(camera, timeOf(asked));
    return mediaSuccess({
      records: files.map(({ fromMs, toMs }, index) => ({
        recordName: `file-${index}`,
        startTime: String(Math.round(fromMs / 1_000)),
        endTime: String(Math.round(toMs / 1_000)),
        recordSource: asked.recordSource,
      })),
    });
  }),
  '/admin/API/SS/Playback/StartPlaybackByTime': channelCall(recordedTime, startPlayback),
  ...iccPtzCalls,
};

function startPlayback(
  asked: z.infer<typeof recordedTime>,
  camera: SimulatedCamera,
  parts: PlatformParts,
): IccAnswer {
  if (parts.faults.isOn('licence-full', camera)) return mediaRefusal(1201, '超过授权路数');
  const token = playbackToken(parts, camera, timeOf(asked));
  if (token === null) return mediaRefusal(1301, '该时间段无录像');
  return stream(parts, camera, `/dss/playback/param?channel=${asked.startTime}`, token);
}

/** The address lacks its token: the client is to put it behind. */
function stream(parts: PlatformParts, camera: SimulatedCamera, path: string, token: string) {
  return mediaSuccess({ url: mediaAddresses(parts, camera, path), token, session: '1' });
}

function timeOf({ startTime, endTime }: { startTime: number; endTime: number }) {
  return { fromMs: startTime * 1_000, toMs: endTime * 1_000 };
}

const page = z.object({
  pageNum: z.number().int().min(1),
  pageSize: z.number().int().min(1).max(1_000),
});

function listChannels(body: unknown, { register }: PlatformParts): IccAnswer {
  const asked = page.safeParse(body);
  if (!asked.success) return resourceRefusal('28140099', '参数错误');
  const { pageNum, pageSize } = asked.data;
  const all = register.listedOn('icc');
  const shown = all.slice((pageNum - 1) * pageSize, pageNum * pageSize);
  return resourceSuccess({
    pageData: shown.map((camera) => channelItem(camera, register.stateOf(camera) === 'online')),
    currentPage: pageNum,
    totalPage: Math.ceil(all.length / pageSize),
    pageSize,
    totalRows: all.length,
  });
}

const typeByKind: Record<CameraKind, number> = {
  fixed: 1,
  ptz: 2,
  'high-point': 2,
  dome: 3,
  mobile: 1,
};

/** Positions in WGS-84, as text. */
function channelItem(camera: SimulatedCamera, isOnline: boolean): Record<string, unknown> {
  const [longitude, latitude] = fromCgcs2000('wgs84', [camera.longitude, camera.latitude]);
  return {
    channelCode: platformIdOf(camera),
    channelName: camera.name,
    channelSeq: 0,
    unitType: 1,
    deviceCode: platformIdOf(camera).split('$')[0],
    cameraType: String(typeByKind[camera.kind]),
    gpsX: longitude.toFixed(6),
    gpsY: latitude.toFixed(6),
    isOnline: isOnline ? 1 : 0,
    stat: 1,
  };
}
