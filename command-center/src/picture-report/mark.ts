/** What somebody marks on a frame: a part of it, and the point where it stands on the ground. */
import { groundOfPicture, type LonLat, type PicturePlacing, type PictureRegion } from 'grid-data';
import { regionBetween, type Spot } from '#recordings/masking/region.ts';
import type { Calibration } from '#sights/picture/use-calibration.ts';

export type Mark = { region: PictureRegion; foot: Spot };

/** What is shown round a spot: half its width and height, in shares of the picture. */
const round: Spot = { x: 0.1, y: 0.14 };

/** A thing stands where its lower edge is. */
export function markOf(region: PictureRegion): Mark {
  return { region, foot: { x: (region.left + region.right) / 2, y: region.bottom } };
}

/** From where the hand went down to where it let go; hardly moved, it is a spot and what lies round it. */
export function markBetween(from: Spot, to: Spot): Mark {
  const drawn = regionBetween(from, to);
  if (drawn !== null) return markOf(drawn);
  const left = Math.min(1 - 2 * round.x, Math.max(0, to.x - round.x));
  const top = Math.min(1 - 2 * round.y, Math.max(0, to.y - round.y));
  return {
    region: { left, top, right: left + 2 * round.x, bottom: top + 2 * round.y },
    foot: { x: Math.min(1, Math.max(0, to.x)), y: Math.min(1, Math.max(0, to.y)) },
  };
}

export type Placed = { place: LonLat; placedBy: PicturePlacing };
type Camera = { position: LonLat; calibration: Calibration | null };

/** The ground under the mark where the picture is matched to the map and holds; else where the camera hangs. */
export function placedBy(mark: Mark | null, { position, calibration }: Camera): Placed {
  const place =
    mark === null || calibration === null || calibration.stale !== null
      ? null
      : groundOfPicture(calibration.ground, [mark.foot.x, mark.foot.y]);
  return place === null ? { place: position, placedBy: 'camera' } : { place, placedBy: 'ground' };
}
