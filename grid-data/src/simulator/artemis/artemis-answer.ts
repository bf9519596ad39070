import { z } from 'zod';
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import type { PlatformParts } from '../platform-parts.ts';

/** Envelope of every answer: HTTP 200 always, success said by the string "0". */
export type ArtemisAnswer = { code: string; msg: string; data: unknown };

export function success(data: unknown): ArtemisAnswer {
  return { code: '0', msg: 'SUCCESS', data };
}

/**
 * The vendor's list of codes is not public. These follow its form; a client may rely on nothing but
 * "not 0".
 */
export const refusalCodes = {
  notAuthorised: '0x02401003',
  serverBusy: '0x02401000',
  noSuchCall: '0x02401004',
  badParameter: '0x00072001',
  noSuchCamera: '0x00072201',
  cameraOffline: '0x01b01307',
  notSupported: '0x01b01304',
  licenceFull: '0x01b01311',
  noSuchPreset: '0x00072302',
} as const;

export function refusal(code: keyof typeof refusalCodes, msg: string): ArtemisAnswer {
  return { code: refusalCodes[code], msg, data: null };
}

export type ArtemisCall = (body: unknown, parts: PlatformParts) => ArtemisAnswer;

export const oneCamera = z.object({ cameraIndexCode: z.string().min(1) });

/** A call about one camera: reads what is asked, finds the camera, answers. */
export function cameraCall<T extends { cameraIndexCode: string }>(
  shape: z.ZodType<T>,
  answer: (asked: T, camera: SimulatedCamera, parts: PlatformParts) => ArtemisAnswer,
): ArtemisCall {
  return (body, parts) => {
    const asked = shape.safeParse(body);
    if (!asked.success) return refusal('badParameter', z.prettifyError(asked.error));
    const camera = parts.register.findOn('artemis', asked.data.cameraIndexCode);
    if (!camera) return refusal('noSuchCamera', 'camera does not exist');
    return answer(asked.data, camera, parts);
  };
}
