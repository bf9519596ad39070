/** How a camera's state looks in lists: by shape, colour and word. */
import { faultyHealths } from 'grid-data';

export type CameraMark = { shape: 'disc' | 'square' | 'diamond' | 'triangle'; color: string };

const byState: Readonly<Record<string, CameraMark>> = {
  online: { shape: 'disc', color: 'map-camera' },
  offline: { shape: 'square', color: 'state-off' },
};
const unknown: CameraMark = { shape: 'diamond', color: 'state-middle' };
const faulty: CameraMark = { shape: 'triangle', color: 'state-high' };

export const isFaulty = (health: string | null | undefined): boolean =>
  faultyHealths.some((each) => each === health);

export function cameraMark(state: string, health: string | null | undefined): CameraMark {
  if (state === 'online' && isFaulty(health)) return faulty;
  return byState[state] ?? unknown;
}

/** Whether the health says more than the state does. */
export function saysMore(state: string, health: string | null | undefined): boolean {
  return health != null && !(state === 'online' && health === 'live');
}
