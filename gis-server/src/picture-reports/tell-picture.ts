/** 视频巡查: what a report from a picture must hold, and what is written down beside its case. */
import type { Viewer } from '#access/viewer.ts';
import type { Reading, Writing } from '#database/transaction.ts';
import { takeInText, takeInWord } from '#graphql/take-in.ts';
import type { Order } from '#intake/intake-queries.ts';
import {
  DomainError,
  breakGlassPurpose,
  patrolPurpose,
  pictureOrderId,
  picturePlacings,
  reportAfterLookMs,
} from 'grid-data';
import type { PicturePlacing } from 'grid-data';
import { insertPictureReport, ownLook } from './queries.ts';
import type { ReportedLook } from './queries.ts';

export type ToldPicture = { viewId: string; takenAt: Date; placedBy: PicturePlacing };

type Given = { viewId: string; takenAt: Date; placedBy: string };
type Beside = { source: string; photoIds: readonly string[] };

export function takeInPicture(
  given: Given | null | undefined,
  { source, photoIds }: Beside,
): ToldPicture | null {
  if (!given) return null;
  if (source !== 'video-patrol') {
    throw refused('input.picture', 'comes with reports of video-patrol alone', 'not-video-patrol');
  }
  if (photoIds.length === 0) {
    throw refused('input.photoIds', 'the picture itself is missing', 'photo-missing');
  }
  const viewId = takeInText(given.viewId, 64, 'input.picture.viewId');
  if (viewId === null) throw unknownLook();
  const placedBy = takeInWord(given.placedBy, picturePlacings, 'input.picture.placedBy');
  return { viewId, takenAt: given.takenAt, placedBy };
}

/** A twin of the same picture finds the case that the first has become. */
export const orderOf = ({ viewId, takenAt }: ToldPicture): Order => ({
  source: 'video-patrol',
  externalId: pictureOrderId(viewId, takenAt),
  revision: 1,
});

export async function checkPicture(
  tx: Reading,
  viewer: Viewer,
  { viewId }: ToldPicture,
  at: Date,
): Promise<ReportedLook> {
  const look = await ownLook(tx, viewer, viewId);
  if (look === undefined || look.openedAt === null) throw unknownLook();
  if (look.closedAt !== null && look.closedAt.getTime() < at.getTime() - reportAfterLookMs) {
    throw refused('input.picture.viewId', 'this look is long over', 'look-over');
  }
  if (look.purpose === breakGlassPurpose || !look.purposes.includes(patrolPurpose)) {
    throw new DomainError('not-allowed', 'this camera is not filed for city management', {
      reason: 'purpose-not-filed',
      details: { filed: look.purposes },
    });
  }
  return look;
}

type Case = { incidentId: string; areaCode: string; look: ReportedLook; at: Date };

export async function tellPicture(
  tx: Writing,
  { viewId, takenAt, placedBy }: ToldPicture,
  { incidentId, areaCode, look, at }: Case,
): Promise<void> {
  const { cameraId, longitude, latitude } = look;
  // The clock of a page may run ahead of ours: its word tells pictures of one look apart, and is kept as far as it can be.
  const kept = { takenAt: takenAt > at ? at : takenAt, placedBy };
  await insertPictureReport(tx, { incidentId, areaCode, cameraId, viewId, ...kept });
  tx.record({
    kind: 'camera-view.reported',
    areaCode: look.areaCode,
    subjectKind: 'camera',
    subjectId: cameraId,
    position: { longitude, latitude },
    payload: { viewId, incidentId, placedBy },
  });
}

const unknownLook = () =>
  refused('input.picture.viewId', 'there is no such look of yours', 'unknown-look');

function refused(field: string, message: string, reason: string): DomainError {
  return new DomainError('invalid-input', `${field}: ${message}`, { reason, details: { field } });
}
