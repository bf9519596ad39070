import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DomainError } from '#domain/domain-error.ts';
import type { FaultBoard } from '../faults/fault-board.ts';
import type { SimulatedCamera, SimulatedPlatform } from './simulated-camera.ts';
import { simulatedCamera } from './simulated-camera.ts';
import { testCameras } from './test-cameras.ts';

export function readCameras(file: string | null): readonly SimulatedCamera[] {
  if (file === null) return testCameras;
  const parsed = z.array(simulatedCamera).safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid-input', `cameras file: ${z.prettifyError(parsed.error)}`);
}

/** The cameras of all platforms, findable by the platform's id and by the city's. */
export class CameraRegister {
  /** Mobile cameras are on no platform: they push by themselves. */
  readonly pushing: readonly SimulatedCamera[];
  readonly #byId = new Map<string, SimulatedCamera>();
  readonly #listed: readonly SimulatedCamera[];
  readonly #faults: FaultBoard;

  constructor(cameras: readonly SimulatedCamera[], faults: FaultBoard) {
    this.#faults = faults;
    this.#listed = cameras.filter((camera) => camera.kind !== 'mobile');
    this.pushing = cameras.filter((camera) => camera.kind === 'mobile');
    for (const camera of cameras) {
      this.#byId.set(camera.id, camera);
      if (camera.platformCameraId) this.#byId.set(camera.platformCameraId, camera);
    }
  }

  listedOn(platform: SimulatedPlatform): readonly SimulatedCamera[] {
    return this.#listed.filter((camera) => camera.platform === platform);
  }

  findOn(platform: SimulatedPlatform, id: string): SimulatedCamera | null {
    const camera = this.find(id);
    return camera?.platform === platform ? camera : null;
  }

  find(id: string): SimulatedCamera | null {
    return this.#byId.get(id) ?? null;
  }

  stateOf(camera: SimulatedCamera): SimulatedCamera['state'] {
    return this.#faults.isOn('camera-offline', camera) ? 'offline' : camera.state;
  }
}

/** The id by which the platform knows a camera. */
export function platformIdOf(camera: SimulatedCamera): string {
  return camera.platformCameraId ?? camera.id;
}
