import type { MarkShape } from '#map/layer.ts';

/** A grade by colour and by shape, the same on the map and in the lists. */
export const gradeLooks: Record<number, { color: string; shape: MarkShape }> = {
  1: { color: 'state-alarm', shape: 'triangle' },
  2: { color: 'state-high', shape: 'diamond' },
  3: { color: 'state-middle', shape: 'square' },
  4: { color: 'state-low', shape: 'disc' },
};

export function gradeLook(grade: number): { color: string; shape: MarkShape } {
  return gradeLooks[grade] ?? { color: 'state-off', shape: 'disc' };
}
