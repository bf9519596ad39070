/** 视频巡查: the frame in hand, that a case is reported from. */
import type { LonLat, PictureRegion } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import { setShape } from '#map/map-model.ts';
import type { Calibration } from '#sights/picture/use-calibration.ts';
import { createStore } from '#ui/create-store.ts';
import { placedBy, type Mark, type Placed } from './mark.ts';

type Frame = {
  camera: { id: string; name: string; position: LonLat };
  calibration: Calibration | null;
  picture: HTMLCanvasElement;
  /** The look that it was taken from: its mark lies over it, and the register knows it. */
  viewId: string;
  takenAt: Date;
};

export type PictureReport = Frame & {
  /** One frame is sent once, however often somebody presses. */
  commandId: string;
  mark: Mark | null;
  hidden: readonly PictureRegion[];
  /** Set by hand on the map, in place of what the picture tells. */
  byHand: LonLat | null;
};

type State = { report: PictureReport | null };
export const pictureReportState = createStore<State>({ report: null });

const shapeId = 'picture-report';

export function beginPictureReport(frame: Frame): void {
  change({ ...frame, commandId: newCommandId(), mark: null, hidden: [], byHand: null });
}

export function writePictureReport(
  part: Partial<Pick<PictureReport, 'mark' | 'hidden' | 'byHand'>>,
): void {
  const { report } = pictureReportState.get();
  if (report !== null) change({ ...report, ...part });
}

export function endPictureReport(): void {
  change(null);
}

export function placeOfReport({ mark, byHand, camera, calibration }: PictureReport): Placed {
  if (byHand !== null) return { place: byHand, placedBy: 'hand' };
  return placedBy(mark, { position: camera.position, calibration });
}

function change(report: PictureReport | null): void {
  pictureReportState.set({ report });
  setShape(
    shapeId,
    report && {
      geometry: { type: 'Point', coordinates: [...placeOfReport(report).place] },
      symbols: [
        { kind: 'dot', color: 'map-halo', radiusPx: 10, opacity: 1 },
        { kind: 'dot', color: 'state-high', radiusPx: 7, opacity: 1 },
      ],
    },
  );
}
