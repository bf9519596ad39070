/** Dahua's ICC (and DSS): camera list in pages, an address per pull, made known from public clients alone. */
import {
  longestPlatformCameraId,
  type CameraKind,
  type Clock,
  type PlatformCamera,
  type StreamProfile,
} from 'grid-data';
import { z } from 'zod';
import { nextPageCursor, readPageCursor } from '#platforms/camera-pages.ts';
import { addressesOf, IccClient, iccStream, type IccParts } from '#platforms/icc/icc-client.ts';
import { iccPresets, iccPtz } from '#platforms/icc/icc-ptz.ts';
import { iccRecordings } from '#platforms/icc/icc-recordings.ts';
import { looseNumber, readDegrees, readGbCode } from '#platforms/listed-values.ts';
import type { CameraPage, OpenedStream, Platform } from '#platforms/platform.ts';
import { platformFacts, type IccEntry } from '#platforms/platforms-file.ts';
import { chooseAddress } from '#platforms/stream-address.ts';

const pageSize = 200;
/** Not documented; the address is asked for anew at every pull. */
const addressLifeMs = 60_000;
/** Channels of video; others are alarm inputs, doors and screens. */
const videoUnit = 1;

const channelRow = z.object({
  channelCode: z.string().min(1).max(longestPlatformCameraId),
  channelName: z.string().nullish(),
  cameraType: looseNumber,
  unitType: looseNumber,
  isOnline: looseNumber,
  gpsX: looseNumber,
  gpsY: looseNumber,
  gbCode: z.string().nullish(),
});
const channelPage = z.object({
  pageData: z.array(channelRow),
  totalRows: z.coerce.number().int().nonnegative(),
});

const kindsByType: Record<number, CameraKind> = { 1: 'fixed', 2: 'ptz', 3: 'dome' };

export function createIccPlatform(entry: IccEntry, clock: Clock): Platform {
  const client = new IccClient(entry, clock);
  const opened: IccParts['opened'] = async (reply) => ({
    ...(await chooseAddress(addressesOf(reply), entry)),
    expiresAt: clock.now().getTime() + addressLifeMs,
    redirectPolicy: entry.redirects,
  });
  const parts: IccParts = { client, entry, opened };
  return {
    ...platformFacts(entry),
    health: () => client.health,
    trouble: () => client.trouble,
    listCameras: (cursor) => listCameras(client, cursor),
    openLive: (platformCameraId, profile) => openLive(parts, platformCameraId, profile),
    recordings: iccRecordings(parts),
    ptz: iccPtz(client, entry.headPosition),
    presets: iccPresets(client),
  };
}

async function listCameras(client: IccClient, cursor: string | null): Promise<CameraPage> {
  const page = readPageCursor(cursor);
  const { pageData, totalRows } = await client.resources(
    '/1.2.0/device/channel/subsystem/page',
    { pageNum: page.number, pageSize, unitTypeList: [videoUnit] },
    channelPage,
  );
  const cameras = pageData.filter(({ unitType }) => Number(unitType ?? videoUnit) === videoUnit);
  return {
    cameras: cameras.map(toPlatformCamera),
    next: nextPageCursor(page, pageData.length, totalRows),
  };
}

async function openLive(
  { client, opened }: IccParts,
  channelId: string,
  profile: StreamProfile,
): Promise<OpenedStream> {
  const streamType = profile === 'main' ? '1' : '2';
  const data = { channelId, streamType, dataType: '1', enableRtsps: '0' };
  return opened(await client.media('/MTS/Video/StartVideo', data, iccStream));
}

function toPlatformCamera(row: z.infer<typeof channelRow>): PlatformCamera {
  const online = row.isOnline == null ? null : Number(row.isOnline);
  return {
    platformCameraId: row.channelCode,
    name: (row.channelName ?? row.channelCode).slice(0, 200),
    gbCode: readGbCode(row.gbCode),
    longitude: readDegrees(row.gpsX, 180),
    latitude: readDegrees(row.gpsY, 90),
    kind: kindsByType[Number(row.cameraType ?? -1)] ?? 'fixed',
    state: online === null ? 'unknown' : online === 1 ? 'online' : 'offline',
  };
}
