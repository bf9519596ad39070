/**
 * What a copy says in its own pictures, as a subtitle script (ASS): in the corner the camera and each moment's own
 * time, who took the copy, of which unit and under which number; across the picture the same, faintly, so that no
 * crop loses it.
 */
import type { ExportOrder } from 'grid-data';
import { fontFamily } from '#playback/export/mark-fonts.ts';

type Marked = Pick<
  ExportOrder,
  'exportId' | 'cameraName' | 'fromMs' | 'toMs' | 'caseNo' | 'requester' | 'unit'
>;

/** Sizes and places below are of a picture this large; the player of the script fits them to the real one. */
const canvas = { width: 1280, height: 720 };
/** The recorders' cities live by one time. */
const beijingOffsetMs = 8 * 3_600_000;
const acrossAt = [
  [270, 150],
  [1010, 190],
  [640, 360],
  [270, 530],
  [1010, 570],
] as const;

/** The first eight signs of the copy's id: short enough to be read off a photograph of a screen. */
export const copyCode = (exportId: string): string => exportId.slice(0, 8).toUpperCase();

export function burnedMark(order: Marked): string {
  const { fromMs, toMs, cameraName, caseNo, requester, unit, exportId } = order;
  const who = [requester, unit, caseNo, copyCode(exportId)].filter(Boolean).map(harmless).join(' ');
  const whole = [0, toMs - fromMs] as const;
  const across = acrossAt.map(([x, y]) =>
    event(whole, 'across', `{\\pos(${x},${y})\\frz24}${who}`),
  );
  return [
    head,
    ...across,
    ...corner(order, (clock) => `${harmless(cameraName)} ${clock}\\N${who}`),
    '',
  ].join('\n');
}

/** One line a second, for each says the second at which its pictures were recorded. */
function corner({ fromMs, toMs }: Marked, words: (clock: string) => string): string[] {
  const lines: string[] = [];
  for (let at = fromMs; at < toMs;) {
    const next = Math.min(toMs, Math.floor(at / 1000) * 1000 + 1000);
    lines.push(event([at - fromMs, next - fromMs], 'corner', words(clockOf(at))));
    at = next;
  }
  return lines;
}

const clockOf = (ms: number): string =>
  new Date(ms + beijingOffsetMs).toISOString().slice(0, 19).replace('T', ' ');

/** Names are written by people: nothing of them may command the script. */
const harmless = (text: string): string => text.replace(/[{}\\\p{Cc}]/gu, ' ').trim();

const event = ([from, to]: readonly [number, number], style: string, text: string): string =>
  `Dialogue: 0,${timeOf(from)},${timeOf(to)},${style},${text}`;

function timeOf(ms: number): string {
  const centiseconds = Math.round(ms / 10);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = centiseconds / 100;
  return `${Math.floor(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${two(centiseconds % 100)}`;
}

/** Colours are transparency, blue, green, red. */
const head = `[Script Info]
ScriptType: v4.00+
PlayResX: ${canvas.width}
PlayResY: ${canvas.height}
WrapStyle: 2

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: corner,${fontFamily},32,&H10FFFFFF,&H40000000,1,2,0,1,20,20,16,1
Style: across,${fontFamily},36,&HA8FFFFFF,&HC8000000,1,1,0,5,0,0,0,1

[Events]
Format: Layer, Start, End, Style, Text`;
