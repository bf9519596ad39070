/** The net by which a calibrated picture lies on the ground: from its lower edge up to its range or its horizon. */
import { farthestDown, groundOfPicture, type LonLat, type PictureGround } from 'grid-data';

type NetPoint = { x: number; y: number; place: LonLat };

const [columns, rows] = [25, 41];

/** Rows from the picture's lower edge upwards; null where a column of it shows no ground. */
export function drapePoints(
  ground: PictureGround,
  rangeMeters: number,
): { columns: number; points: NetPoint[] } | null {
  const tops = Array.from({ length: columns }, (_, column) =>
    farthestDown(ground, column / (columns - 1), rangeMeters),
  );
  const points: NetPoint[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (const top of tops) {
      if (top === null) return null;
      const [x, highest] = top;
      const y = 1 + (highest - 1) * (row / (rows - 1));
      const place = groundOfPicture(ground, [x, y]);
      if (place === null) return null;
      points.push({ x, y, place });
    }
  }
  return { columns, points };
}
