import type { GrantTimes, LegalBasis, ViewApplicant } from 'grid-data';

/** A request as the database holds it. */
export type ViewRequestRecord = GrantTimes & {
  id: string;
  areaCode: string;
  legalBasis: LegalBasis;
  reason: string;
  caseNo: string | null;
  incidentId: string | null;
  applicant: ViewApplicant;
  applicantName: string | null;
  /** Whether the sound is asked for as well. */
  sound: boolean;
  windowFrom: Date;
  windowTo: Date;
  requestedById: string;
  requestedBy: string;
  requestedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionNote: string | null;
  endReason: string | null;
  version: number;
  cameras: ViewRequestCameraRecord[];
};

export type ViewRequestCameraRecord = { cameraId: string; owner: string };

export type BookmarkRecord = {
  id: string;
  cameraId: string | null;
  at: Date;
  note: string;
  madeBy: string;
  madeAt: Date;
};
