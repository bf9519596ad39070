/** A small true picture of this screen's map. Pictures of cameras are left out: a look has a purpose and a register. */
import { longestPicture } from 'grid-data';
import { mapContainer, mapHost } from '#map/map-host.ts';

const widthPx = 320;
const largePx = 960;
const quality = 0.6;

/** What is drawn is kept by no graphics card: it is read in the frame in which the map draws it anew. */
function inNextFrame(work: () => void): void {
  const { engine, ready } = mapHost.get();
  // Of a map that never came, as after a start without the server, there is no picture: the last true one is kept.
  if (!engine || !ready) return;
  engine.setView(engine.view());
  requestAnimationFrame(work);
}

export function takeMapPicture(tell: (small: string, large: string) => void): void {
  inNextFrame(() => {
    const canvases = [...mapContainer.querySelectorAll('canvas')].filter(
      ({ width, height, parentElement }) =>
        width > 0 && height > 0 && parentElement?.closest('[style*="hidden"]') == null,
    );
    const [first] = canvases;
    if (first === undefined) return;
    const small = drawn(canvases, widthPx);
    if (small === null || small.length > longestPicture) return;
    tell(small, drawn(canvases, largePx) ?? small);
  });
}

function drawn(canvases: readonly HTMLCanvasElement[], width: number): string | null {
  const [first] = canvases;
  const sheet = document.createElement('canvas');
  sheet.width = width;
  sheet.height = Math.max(1, Math.round((width * first!.height) / first!.width));
  const pen = sheet.getContext('2d');
  if (pen === null) return null;
  for (const canvas of canvases) pen.drawImage(canvas, 0, 0, sheet.width, sheet.height);
  return sheet.toDataURL('image/jpeg', quality);
}
