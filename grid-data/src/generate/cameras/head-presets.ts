/** Where every camera of the demo that turns is often turned to: its platform keeps these from the start. */
import type { HeadPosition } from '#domain/ptz.ts';

export const headPresets: readonly { number: number; name: string; pose: HeadPosition }[] = [
  { number: 1, name: '原位', pose: { panDeg: 0, tiltDeg: -10, zoom: 1 } },
  { number: 2, name: '左侧路口', pose: { panDeg: 270, tiltDeg: -8, zoom: 2 } },
  { number: 3, name: '右侧路口', pose: { panDeg: 90, tiltDeg: -8, zoom: 2 } },
];
