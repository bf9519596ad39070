/** What of the wall runs by itself: the channel of its screens and the clock that calls scenes. */
import type { Duties } from '#access/duties.ts';
import type { Viewer } from '#access/viewer.ts';
import { createAreaService } from '#areas/service.ts';
import type { CameraViews } from '#camera-views/camera-views.ts';
import { createCameraService } from '#cameras/service.ts';
import type { Database } from '#database/transaction.ts';
import type { JournalReader } from '#journal/journal-reader.ts';
import type { Clock } from 'grid-data';
import type { IncomingMessage } from 'node:http';
import { ScreenLooks } from './channel/screen-looks.ts';
import { WallChannel } from './channel/wall-channel.ts';
import { SceneClock } from './scene-clock.ts';
import { createWallService } from './service.ts';

type Parts = {
  database: Database;
  clock: Clock;
  journal: Pick<JournalReader, 'onEntries'>;
  duties: Duties;
  cameraViews: CameraViews;
  viewerOf: (request: IncomingMessage) => Promise<Viewer | null>;
};

export function openWallDoor({ database, clock, journal, duties, cameraViews, viewerOf }: Parts) {
  const areas = createAreaService(database);
  const cameras = createCameraService({ database, areas, duties });
  const looks = new ScreenLooks({ database, cameraViews, cameras });
  const channel = new WallChannel({ database, clock, viewerOf, looks, areas });
  const wall = createWallService({ database, clock, journal });
  const scenes = new SceneClock({ database, clock, wall });
  scenes.start();
  return {
    channel,
    close() {
      scenes.stop();
      channel.close();
    },
  };
}
