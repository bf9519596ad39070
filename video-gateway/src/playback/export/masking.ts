/** Which part of a picture is hidden, as a filter of ffmpeg's. */
import type { ExportMasking, PictureRegion } from 'grid-data';

/** From `from` to `[hidden]`. Numbers of ours alone go into the filter, no text of anybody's. */
export function maskFilter(
  masking: ExportMasking,
  regions: readonly PictureRegion[],
  from = '[0:v]',
): string {
  if (masking === 'none') return `${from}null[hidden]`;
  // Wide enough that no face or plate is made out in it, whatever the picture's size.
  const blur = 'boxblur=luma_radius=min(w\\,h)/16:luma_power=3';
  if (masking === 'whole-picture') return `${from}${blur}[hidden]`;
  const parts = regions.map(({ left, top, right, bottom }, i) => {
    const share = (value: number) => value.toFixed(4);
    const crop = `crop=w=iw*${share(right - left)}:h=ih*${share(bottom - top)}:x=iw*${share(left)}:y=ih*${share(top)}`;
    return `[s${i}]${crop},${blur}[m${i}]`;
  });
  const splits = regions.map((_, i) => `[s${i}]`).join('');
  const overlays = regions.map(({ left, top }, i) => {
    const to = i === regions.length - 1 ? '[hidden]' : `[b${i + 1}]`;
    return `[b${i}][m${i}]overlay=x=W*${left.toFixed(4)}:y=H*${top.toFixed(4)}${to}`;
  });
  return [`${from}split=${regions.length + 1}[b0]${splits}`, ...parts, ...overlays].join(';');
}
