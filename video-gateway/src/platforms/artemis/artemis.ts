/** Hikvision's Artemis interface (iSecure Center, HikCentral): camera list in pages, an address per pull. */
import {
  longestPlatformCameraId,
  type CameraKind,
  type CameraState,
  type Clock,
  type PlatformCamera,
  type StreamProfile,
} from 'grid-data';
import { z } from 'zod';
import {
  ArtemisClient,
  artemisStream,
  type ArtemisParts,
} from '#platforms/artemis/artemis-client.ts';
import { artemisPresets, artemisPtz } from '#platforms/artemis/artemis-ptz.ts';
import { artemisRecordings } from '#platforms/artemis/artemis-recordings.ts';
import { nextPageCursor, readPageCursor } from '#platforms/camera-pages.ts';
import { looseNumber, readDegrees, readGbCode } from '#platforms/listed-values.ts';
import type { CameraPage, OpenedStream, Platform } from '#platforms/platform.ts';
import { platformFacts, type ArtemisEntry } from '#platforms/platforms-file.ts';
import { chooseAddress } from '#platforms/stream-address.ts';

/** Each page becomes one transaction in gis-server: small enough not to hold others up. */
const pageSize = 200;
/** Remembered, not documented; the address is asked for anew at every pull, so nothing hangs on it. */
const addressLifeMs = 5 * 60_000;

const cameraRow = z.object({
  cameraIndexCode: z.string().min(1).max(longestPlatformCameraId),
  cameraName: z.string().nullish(),
  cameraType: looseNumber,
  gbIndexCode: z.string().nullish(),
  externalIndexCode: z.string().nullish(),
  longitude: looseNumber,
  latitude: looseNumber,
  status: looseNumber,
});

const cameraPage = z.object({ total: z.number().int(), list: z.array(cameraRow) });
const preview = z.object({ url: z.string().min(1).max(4096) });

const kindsByType: Record<number, CameraKind> = { 0: 'fixed', 1: 'dome', 2: 'ptz', 3: 'ptz' };
const statesByStatus: Record<number, CameraState> = { 1: 'online', 2: 'offline' };

export function createArtemisPlatform(entry: ArtemisEntry, clock: Clock): Platform {
  const client = new ArtemisClient(entry, clock);
  const opened = async (url: string): Promise<OpenedStream> => ({
    ...(await chooseAddress([url], entry)),
    expiresAt: clock.now().getTime() + addressLifeMs,
    redirectPolicy: entry.redirects,
  });
  const parts: ArtemisParts = { client, entry, opened };
  return {
    ...platformFacts(entry),
    health: () => client.health,
    trouble: () => client.trouble,
    listCameras: (cursor) => listCameras(client, cursor),
    openLive: (platformCameraId, profile) => openLive(parts, platformCameraId, profile),
    recordings: artemisRecordings(parts),
    ptz: artemisPtz(client),
    presets: artemisPresets(client),
  };
}

async function listCameras(client: ArtemisClient, cursor: string | null): Promise<CameraPage> {
  const page = readPageCursor(cursor);
  const { list, total } = await client.call(
    '/artemis/api/resource/v1/cameras',
    { pageNo: page.number, pageSize },
    cameraPage,
  );
  return { cameras: list.map(toPlatformCamera), next: nextPageCursor(page, list.length, total) };
}

async function openLive(
  { client, opened }: ArtemisParts,
  cameraIndexCode: string,
  profile: StreamProfile,
): Promise<OpenedStream> {
  const { url } = await client.call(
    '/artemis/api/video/v1/cameras/previewURLs',
    { cameraIndexCode, streamType: profile === 'main' ? 0 : 1, ...artemisStream },
    preview,
  );
  return opened(url);
}

function toPlatformCamera(row: z.infer<typeof cameraRow>): PlatformCamera {
  return {
    platformCameraId: row.cameraIndexCode,
    name: (row.cameraName ?? row.cameraIndexCode).slice(0, 200),
    gbCode: readGbCode(row.gbIndexCode ?? row.externalIndexCode),
    longitude: readDegrees(row.longitude, 180),
    latitude: readDegrees(row.latitude, 90),
    kind: kindsByType[Number(row.cameraType ?? -1)] ?? 'fixed',
    state: statesByStatus[Number(row.status ?? 0)] ?? 'unknown',
  };
}
