import { z } from 'zod';
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import type { PlatformParts } from '../platform-parts.ts';
import { playbackToken } from '../platform-parts.ts';
import type { ArtemisAnswer, ArtemisCall } from './artemis-answer.ts';
import { cameraCall, oneCamera, refusal, success } from './artemis-answer.ts';

/** So few that clients must turn pages. */
const filesPerAnswer = 20;

const playbackQuery = oneCamera.extend({
  recordLocation: z.enum(['0', '1']).default('0'),
  protocol: z.enum(['hik', 'rtsp', 'rtmp', 'hls', 'ws']).default('hik'),
  transmode: z.union([z.literal(0), z.literal(1)]).default(1),
  beginTime: z.iso.datetime({ offset: true }),
  endTime: z.iso.datetime({ offset: true }),
  /** Where the files behind the ones already told begin. */
  uuid: z.string().regex(/^\d*$/).default(''),
});

export const recordingCalls: Readonly<Record<string, ArtemisCall>> = {
  '/api/video/v1/cameras/playbackURLs': cameraCall(playbackQuery, playbackUrls),
  '/api/video/v2/cameras/playbackURLs': cameraCall(playbackQuery, playbackUrls),
};

function playbackUrls(
  asked: z.infer<typeof playbackQuery>,
  camera: SimulatedCamera,
  parts: PlatformParts,
): ArtemisAnswer {
  const time = { fromMs: Date.parse(asked.beginTime), toMs: Date.parse(asked.endTime) };
  if (!(time.toMs > time.fromMs)) return refusal('badParameter', 'endTime is not after beginTime');
  if (asked.protocol !== 'rtsp') {
    return refusal('notSupported', `protocol ${asked.protocol} is not licensed here`);
  }
  if (parts.faults.isOn('licence-full', camera)) return refusal('licenceFull', 'license exceeded');
  const token = playbackToken(parts, camera, time);
  if (token === null) return success({ list: [], uuid: '', url: null });
  const files = parts.recorder.filesOf(camera, time);
  const from = Number(asked.uuid || 0);
  const next = from + filesPerAnswer;
  return success({
    list: files.slice(from, next).map(({ fromMs, toMs }) => ({
      lockType: 1,
      beginTime: withOffset(fromMs),
      endTime: withOffset(toMs),
      size: Math.round((toMs - fromMs) / 1_000) * 60_000,
    })),
    uuid: next < files.length ? String(next) : '',
    url: `rtsp://${parts.mediaHost()}/openUrl/${token}`,
  });
}

function withOffset(unixMs: number): string {
  return new Date(unixMs + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}
