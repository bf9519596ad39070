/** Turning cameras over ICC: directions and lenses have a door each, steps go from 1 to 8. */
import { headPosition, type PtzCommand } from 'grid-data';
import { z } from 'zod';
import type { IccClient } from '#platforms/icc/icc-client.ts';
import { platformFailure } from '#platforms/platform-failure.ts';
import type { PlatformHeadPosition, PlatformPresets, PlatformPtz } from '#platforms/platform.ts';
import type { IccEntry } from '#platforms/platforms-file.ts';

type Movement =
  | { door: 'OperateDirect'; direct: number }
  | { door: 'OperateCamera'; operateType: number; direct: number };

const turn = (direct: number): Movement => ({ door: 'OperateDirect', direct });
/** 1 zoom, 2 focus, 3 iris; 1 more, 2 less. */
const lens = (operateType: number, direct: number): Movement => ({
  door: 'OperateCamera',
  operateType,
  direct,
});

const movements: Record<PtzCommand, Movement> = {
  up: turn(1),
  down: turn(2),
  left: turn(3),
  right: turn(4),
  'left-up': turn(5),
  'left-down': turn(6),
  'right-up': turn(7),
  'right-down': turn(8),
  'zoom-in': lens(1, 1),
  'zoom-out': lens(1, 2),
  'focus-near': lens(2, 1),
  'focus-far': lens(2, 2),
  'iris-open': lens(3, 1),
  'iris-close': lens(3, 2),
};

const result = z.object({ result: z.union([z.string(), z.number()]).nullish() }).nullish();

async function operate(client: IccClient, door: string, data: object): Promise<void> {
  const answer = await client.media(`/DMS/Ptz/${door}`, { ...data, extend: '' }, result);
  if (answer?.result == null || String(answer.result) !== '0') return;
  throw platformFailure('ptz-locked', 'somebody else at the platform holds the camera');
}

export function iccPtz(client: IccClient, doors: IccEntry['headPosition']): PlatformPtz {
  return {
    move: (channelId, command, speed, action) => {
      const step = String(Math.max(1, Math.round(speed * 8)));
      const movement = movements[command];
      const direct = String(movement.direct);
      const shared = { channelId, direct, command: action === 'start' ? '1' : '0' };
      return movement.door === 'OperateDirect'
        ? operate(client, movement.door, { ...shared, stepX: step, stepY: step })
        : operate(client, movement.door, {
            ...shared,
            operateType: String(movement.operateType),
            step,
          });
    },
    frame: null,
    position: doors && iccHeadPosition(client, doors),
  };
}

const head = z
  .object({ pan: z.coerce.number(), tilt: z.coerce.number(), zoom: z.coerce.number() })
  .transform(({ pan, tilt, zoom }) => ({ panDeg: pan, tiltDeg: tilt, zoom }))
  .pipe(headPosition);

function iccHeadPosition(
  client: IccClient,
  { read, turn }: NonNullable<IccEntry['headPosition']>,
): PlatformHeadPosition {
  return {
    read: (channelId) => client.media(read, { channelId, extend: '' }, head),
    turnTo: async (channelId, { panDeg, tiltDeg, zoom }) => {
      const data = { channelId, pan: panDeg, tilt: tiltDeg, zoom, extend: '' };
      await client.media(turn, data, z.unknown());
    },
  };
}

const presetPoints = z.object({
  presetPoints: z
    .array(z.object({ code: z.coerce.number().int(), name: z.string().nullish() }))
    .nullish(),
});

export function iccPresets(client: IccClient): PlatformPresets {
  const point = (channelId: string, operateType: string, number: number, name: string) =>
    operate(client, 'OperatePresetPoint', {
      channelId,
      operateType,
      presetPointCode: String(number),
      presetPointName: name,
    });
  return {
    list: async (channelId) => {
      const read = await client.media('/DMS/Ptz/GetPresetPoints', { channelId }, presetPoints);
      return (read.presetPoints ?? []).map(({ code, name }) => ({
        number: code,
        name: name ?? String(code),
      }));
    },
    call: (channelId, number) => point(channelId, '1', number, ''),
    set: (channelId, { number, name }) => point(channelId, '2', number, name),
  };
}
