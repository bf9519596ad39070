/** What the worker is asked and answers: plain values, for they cross a thread. */
import type { CameraKind, CameraPose } from 'grid-data';
import type { PosePart } from './camera-eye.ts';

export type SightCamera = CameraPose & {
  id: string;
  kind: CameraKind;
  areaCode: string;
  /** Digest of what its stored sight was worked out from; null where there is none. */
  storedInputs: string | null;
};

export type BuildingRow = { id: number; heightM: number; outline: string };

export type SightJob = { cameras: SightCamera[]; buildings: BuildingRow[] };

export type ComputedSight = {
  cameraId: string;
  inputs: string;
  unknown: PosePart[];
  terrainKnown: boolean;
  insideBuilding: boolean;
  /** GeoJSON. */
  seen: string | null;
  reach: string | null;
  visibleShare: number | null;
  cells: Uint8Array | null;
};
