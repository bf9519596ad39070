/** Turning cameras over Artemis. */
import type { PtzCommand } from 'grid-data';
import { z } from 'zod';
import type { ArtemisClient } from '#platforms/artemis/artemis-client.ts';
import type { PlatformPresets, PlatformPtz } from '#platforms/platform.ts';

const nothing = z.unknown().transform(() => undefined);

const words: Record<PtzCommand, string> = {
  left: 'LEFT',
  right: 'RIGHT',
  up: 'UP',
  down: 'DOWN',
  'left-up': 'LEFT_UP',
  'left-down': 'LEFT_DOWN',
  'right-up': 'RIGHT_UP',
  'right-down': 'RIGHT_DOWN',
  'zoom-in': 'ZOOM_IN',
  'zoom-out': 'ZOOM_OUT',
  'focus-near': 'FOCUS_NEAR',
  'focus-far': 'FOCUS_FAR',
  'iris-open': 'IRIS_ENLARGE',
  'iris-close': 'IRIS_REDUCE',
};

const control = '/artemis/api/video/v1/ptzs/controlling';

export function artemisPtz(client: ArtemisClient): PlatformPtz {
  return {
    move: (cameraIndexCode, command, speed, action) =>
      client.call(
        control,
        {
          cameraIndexCode,
          action: action === 'start' ? 0 : 1,
          command: words[command],
          speed: Math.max(1, Math.round(speed * 100)),
        },
        nothing,
      ),
    // The picture measures 255 by 255 to the platform, whatever its size.
    frame: (cameraIndexCode, { left, top, right, bottom }) =>
      client.call(
        '/artemis/api/video/v1/ptzs/selZoom',
        {
          cameraIndexCode,
          startX: Math.round(left * 255),
          startY: Math.round(top * 255),
          endX: Math.round(right * 255),
          endY: Math.round(bottom * 255),
        },
        nothing,
      ),
    position: null,
  };
}

const presetList = z.object({
  list: z
    .array(z.object({ presetPointIndex: z.coerce.number().int(), presetPointName: z.string() }))
    .nullish(),
});

export function artemisPresets(client: ArtemisClient): PlatformPresets {
  return {
    list: async (cameraIndexCode) => {
      const path = '/artemis/api/video/v1/presets/searches';
      const { list } = await client.call(path, { cameraIndexCode }, presetList);
      return (list ?? []).map(({ presetPointIndex, presetPointName }) => ({
        number: presetPointIndex,
        name: presetPointName,
      }));
    },
    call: (cameraIndexCode, presetIndex) =>
      client.call(
        control,
        { cameraIndexCode, action: 0, command: 'GOTO_PRESET', speed: 50, presetIndex },
        nothing,
      ),
    set: (cameraIndexCode, { number, name }) =>
      client.call(
        '/artemis/api/video/v1/presets/addition',
        { cameraIndexCode, presetIndex: number, presetName: name },
        nothing,
      ),
  };
}
