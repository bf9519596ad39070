/** Cameras with addresses of their own, listed in a file: a town's recorder, an encoder, a web camera. */
import { statSync } from 'node:fs';
import {
  cameraKinds,
  cameraStates,
  longestPlatformCameraId,
  type PlatformCamera,
  type StreamProfile,
} from 'grid-data';
import { z } from 'zod';
import { platformFailure } from '#platforms/platform-failure.ts';
import {
  noTrouble,
  type OpenedStream,
  type Platform,
  type PlatformHealth,
  type PlatformTrouble,
} from '#platforms/platform.ts';
import { redact } from '#health/redact.ts';
import { platformFacts, readPrivateJson, type DirectEntry } from '#platforms/platforms-file.ts';
import { chooseAddress, transportOf } from '#platforms/stream-address.ts';

const pageSize = 200;

const streamUrl = z
  .string()
  .max(4096)
  .refine((text) => URL.canParse(text) && transportOf(new URL(text)) !== null, {
    message: 'must be an rtsp, rtmp, http or https address',
  });

const listedCamera = z.strictObject({
  id: z.string().min(1).max(longestPlatformCameraId),
  name: z.string().min(1).max(200),
  main: streamUrl,
  /** Smaller pictures, where the camera has them. */
  sub: streamUrl.optional(),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  gbCode: z.string().max(20).nullable().default(null),
  kind: z.enum(cameraKinds).default('fixed'),
  state: z.enum(cameraStates).default('unknown'),
});
type ListedCamera = z.infer<typeof listedCamera>;

const camerasFile = z.strictObject({ cameras: z.array(listedCamera).max(100_000) });

export function createDirectPlatform(entry: DirectEntry): Platform {
  const list = new CameraFile(entry.camerasFile);
  return {
    ...platformFacts(entry),
    health: () => list.health,
    trouble: () => list.trouble,
    listCameras: async (cursor) => {
      const from = Number(cursor ?? 0);
      const cameras = list.read();
      return {
        cameras: cameras.slice(from, from + pageSize).map(toPlatformCamera),
        next: from + pageSize < cameras.length ? String(from + pageSize) : null,
      };
    },
    openLive: (platformCameraId, profile) => openLive(entry, list, { platformCameraId, profile }),
    recordings: null,
    ptz: null,
    presets: null,
  };
}

/** Its addresses stay here. */
function toPlatformCamera(camera: ListedCamera): PlatformCamera {
  const { id, name, gbCode, longitude, latitude, kind, state } = camera;
  return { platformCameraId: id, name, gbCode, longitude, latitude, kind, state };
}

async function openLive(
  entry: DirectEntry,
  list: CameraFile,
  { platformCameraId, profile }: { platformCameraId: string; profile: StreamProfile },
): Promise<OpenedStream> {
  const camera = list.read().find(({ id }) => id === platformCameraId);
  if (camera === undefined) {
    throw platformFailure('camera-not-found', 'the camera is no longer in its platform’s file');
  }
  const given = profile === 'main' ? camera.main : (camera.sub ?? camera.main);
  return {
    ...(await chooseAddress([given], entry)),
    expiresAt: null,
    redirectPolicy: entry.redirects,
  };
}

/** Read again when it has changed; a file that cannot be read is a platform that does not answer. */
class CameraFile {
  readonly #path: string;
  #cameras: readonly ListedCamera[] = [];
  #stamp = '';
  health: PlatformHealth = { state: 'reachable', reason: null };
  trouble: PlatformTrouble = noTrouble;

  constructor(path: string) {
    this.#path = path;
  }

  read(): readonly ListedCamera[] {
    try {
      const { mtimeMs, size } = statSync(this.#path);
      const stamp = `${mtimeMs}/${size}`;
      if (stamp !== this.#stamp) {
        const read = camerasFile.safeParse(readPrivateJson(this.#path));
        if (!read.success) throw new Error(`${this.#path}: ${z.prettifyError(read.error)}`);
        this.#cameras = read.data.cameras;
        this.#stamp = stamp;
      }
      this.health = { state: 'reachable', reason: null };
      return this.#cameras;
    } catch (error) {
      this.health = { state: 'unreachable', reason: 'platform-unreachable' };
      const said = error instanceof Error ? error.message : String(error);
      const lastFailure = {
        reason: 'platform-unreachable',
        message: redact(said).slice(0, 200),
        atMs: Date.now(),
      };
      this.trouble = { ...noTrouble, lastFailure };
      throw platformFailure('platform-unreachable', `its list of cameras: ${said}`);
    }
  }
}
