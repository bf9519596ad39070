import { z } from 'zod';
import { platformIdOf } from '../cameras/camera-register.ts';
import type { PlatformParts } from '../platform-parts.ts';
import type { ArtemisAnswer } from './artemis-answer.ts';
import { oneCamera, refusal, success } from './artemis-answer.ts';
import type { ArtemisCall } from './artemis-answer.ts';
import { cameraItem } from './camera-item.ts';
import { ptzCalls } from './ptz-calls.ts';
import { recordingCalls } from './recording-calls.ts';

/** Calls of the web interface, by the path behind its prefix. */
export const artemisCalls: Readonly<Record<string, ArtemisCall>> = {
  '/api/resource/v1/cameras': listCameras,
  '/api/resource/v1/cameras/indexCode': showCamera,
  '/api/nms/v1/online/camera/get': onlineStates,
  '/api/video/v1/cameras/previewURLs': previewUrl,
  '/api/video/v2/cameras/previewURLs': previewUrl,
  ...recordingCalls,
  ...ptzCalls,
};

const page = z.object({
  pageNo: z.number().int().min(1),
  pageSize: z.number().int().min(1).max(1000),
});

function listCameras(body: unknown, { register }: PlatformParts): ArtemisAnswer {
  const asked = page.safeParse(body);
  if (!asked.success) return refusal('badParameter', z.prettifyError(asked.error));
  const { pageNo, pageSize } = asked.data;
  const list = register
    .listedOn('artemis')
    .slice((pageNo - 1) * pageSize, pageNo * pageSize)
    .map((camera) => cameraItem(camera, register.stateOf(camera)));
  return success({ total: register.listedOn('artemis').length, pageNo, pageSize, list });
}

function showCamera(body: unknown, { register }: PlatformParts): ArtemisAnswer {
  const asked = oneCamera.safeParse(body);
  if (!asked.success) return refusal('badParameter', z.prettifyError(asked.error));
  const camera = register.findOn('artemis', asked.data.cameraIndexCode);
  if (!camera) return refusal('noSuchCamera', 'camera does not exist');
  return success(cameraItem(camera, register.stateOf(camera)));
}

const stateQuery = page.partial().extend({ indexCodes: z.array(z.string()).max(500).optional() });

function onlineStates(body: unknown, { register }: PlatformParts): ArtemisAnswer {
  const asked = stateQuery.safeParse(body);
  if (!asked.success) return refusal('badParameter', z.prettifyError(asked.error));
  const { indexCodes, pageNo = 1, pageSize = 100 } = asked.data;
  const wanted = indexCodes
    ? indexCodes.flatMap((id) => register.findOn('artemis', id) ?? [])
    : register.listedOn('artemis').slice((pageNo - 1) * pageSize, pageNo * pageSize);
  const list = wanted.map((camera) => ({
    indexCode: platformIdOf(camera),
    cn: camera.name,
    online: register.stateOf(camera) === 'online' ? 1 : 0,
    collectTime: new Date().toISOString(),
  }));
  const total = indexCodes ? wanted.length : register.listedOn('artemis').length;
  return success({ total, pageNo, pageSize, list });
}

const previewQuery = oneCamera.extend({
  streamType: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(0),
  protocol: z.enum(['hik', 'rtsp', 'rtmp', 'hls', 'ws']).default('hik'),
  transmode: z.union([z.literal(0), z.literal(1)]).default(1),
  expand: z.string().default(''),
  streamform: z.enum(['ps', 'rtp']).optional(),
});

function previewUrl(body: unknown, parts: PlatformParts): ArtemisAnswer {
  const asked = previewQuery.safeParse(body);
  if (!asked.success) return refusal('badParameter', z.prettifyError(asked.error));
  const camera = parts.register.findOn('artemis', asked.data.cameraIndexCode);
  if (!camera) return refusal('noSuchCamera', 'camera does not exist');
  const { protocol, streamform, expand } = asked.data;
  if (protocol !== 'rtsp' && protocol !== 'hik') {
    return refusal('notSupported', `protocol ${protocol} is not licensed here`);
  }
  if (streamform === 'ps' || /streamform=ps/.test(expand)) {
    return refusal('notSupported', 'this media node does not wrap streams in PS');
  }
  if (parts.register.stateOf(camera) === 'offline') {
    return refusal('cameraOffline', 'device is offline');
  }
  if (parts.faults.isOn('licence-full', camera)) return refusal('licenceFull', 'license exceeded');
  const token = parts.tokens.issue(camera.id);
  return success({ url: `${protocol}://${parts.mediaHost()}/openUrl/${token}` });
}
