import { z } from 'zod';
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import type { PlatformParts } from '../platform-parts.ts';

/** The media services say 1000 where all is well, the others "0"; errors are HTTP 200 too. */
export type IccAnswer = Record<string, unknown> & { code: number | string };

export const mediaSuccess = (data: unknown): IccAnswer => ({ code: 1000, desc: 'Success', data });
export const mediaRefusal = (code: number, desc: string): IccAnswer => ({ code, desc, data: {} });
export const resourceSuccess = (data: unknown): IccAnswer => ({
  success: true,
  code: '0',
  errMsg: '',
  data,
});
export const resourceRefusal = (code: string, errMsg: string): IccAnswer => ({
  success: false,
  code,
  errMsg,
  data: null,
});

export type IccCall = (body: unknown, parts: PlatformParts) => IccAnswer;

export const oneChannel = z.object({ channelId: z.string().min(1) });

/** A call of the media services about one channel; its arguments are wrapped in `data`. */
export function channelCall<T extends { channelId: string }>(
  shape: z.ZodType<T>,
  answer: (asked: T, camera: SimulatedCamera, parts: PlatformParts) => IccAnswer,
): IccCall {
  return (body, parts) => {
    const asked = z.object({ data: shape }).safeParse(body);
    if (!asked.success) return mediaRefusal(1001, '参数错误');
    const { data } = asked.data;
    const camera = parts.register.findOn('icc', data.channelId);
    return camera ? answer(data, camera, parts) : mediaRefusal(1102, '通道不存在');
  };
}
