/** Whether somebody's own requests let them see what a camera recorded at a moment, and where not, why. */
import type { ViewRequestFieldsFragment } from '#gis/generated/graphql.ts';

type Request = Pick<
  ViewRequestFieldsFragment,
  'id' | 'grants' | 'state' | 'windowFrom' | 'windowTo' | 'caseNo'
>;

export type GrantAt<Of extends Request> =
  | { kind: 'granted'; request: Of }
  /** `none`: never asked for; `waiting`: nobody has decided yet; `ended`: refused, taken back or run out. */
  | { kind: 'gap'; why: 'none' | 'waiting' | 'ended' }
  /** Granted, but for another time: the nearest one. */
  | { kind: 'gap'; why: 'other-time'; request: Of };

export function grantAt<Of extends Request>(requests: readonly Of[], atMs: number): GrantAt<Of> {
  const granting = requests.filter(({ grants }) => grants);
  const now = granting.find((request) => distanceMs(request, atMs) === 0);
  if (now) return { kind: 'granted', request: now };
  const asked = requests.filter((request) => distanceMs(request, atMs) === 0);
  if (asked.some(({ state }) => state === 'requested')) return { kind: 'gap', why: 'waiting' };
  if (asked.length > 0) return { kind: 'gap', why: 'ended' };
  const [nearest] = granting.toSorted((a, b) => distanceMs(a, atMs) - distanceMs(b, atMs));
  return nearest
    ? { kind: 'gap', why: 'other-time', request: nearest }
    : { kind: 'gap', why: 'none' };
}

function distanceMs({ windowFrom, windowTo }: Request, atMs: number): number {
  return Math.max(0, Date.parse(windowFrom) - atMs, atMs - Date.parse(windowTo));
}
