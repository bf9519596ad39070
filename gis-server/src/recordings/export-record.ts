import type { ExportManifest, ExportMasking, ExportState, PictureRegion } from 'grid-data';

/** An export as the database holds it. */
export type RecordingExportRecord = {
  id: string;
  requestId: string;
  areaCode: string;
  cameraId: string;
  owner: string;
  windowFrom: Date;
  windowTo: Date;
  caseNo: string;
  legalBasis: string;
  masking: ExportMasking;
  regions: PictureRegion[];
  requestedById: string;
  requestedBy: string;
  requestedAt: Date;
  state: ExportState;
  approvedById: string | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  unmaskedBy: string | null;
  /** Whether its request grants the sound. */
  sound: boolean;
  /** Share that is written, while it is being written. */
  progress: number | null;
  decisionNote: string | null;
  failure: string | null;
  sha256: string | null;
  bytes: number | null;
  manifest: ExportManifest | null;
  readyAt: Date | null;
  deleteAfter: Date | null;
  heldBy: string | null;
  heldAt: Date | null;
  holdReason: string | null;
  deletedAt: Date | null;
  deleteReason: string | null;
  version: number;
};
