import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LifeAccount } from './accounts.ts';
import type { GisClient } from './gis-client.ts';
import type { IncidentSpot } from './incident-spots.ts';
import { chooseSighting } from './incident-spots.ts';
import { Sightings } from './sightings.ts';

const person = { password: 'p', areaCode: '990101', departmentCode: null };
const worker: LifeAccount = {
  ...person,
  name: 'w',
  role: 'grid-worker',
  areaCode: '990101001001',
};
const acceptor: LifeAccount = { ...person, name: 'a', role: 'acceptor' };
const leader: LifeAccount = { ...person, name: 'l', role: 'shift-leader' };
const hourMs = 3_600_000;

const spotAt = (index: number, changes: Partial<IncidentSpot> = {}): IncidentSpot => ({
  classCode: 'E0606',
  title: `spot ${index}`,
  longitude: 111 + index / 100,
  latitude: 27,
  areaCode: '990101001001',
  address: null,
  ...changes,
});

type Node = { at: IncidentSpot; open: boolean; reportedAt: Date; closedAt: Date | null };

/** Stands in for the server's list: one incident a page, as the question asks. */
function listing(nodes: Node[]): GisClient {
  const ask = async (_: unknown, __: string, asked: Record<string, unknown>) => {
    const listed = nodes.filter(({ open }) => open || !asked.openOnly);
    const index = Number(asked.after ?? 0);
    const page = listed.slice(index, index + 1).map(({ at, open, reportedAt, closedAt }) => ({
      position: { longitude: at.longitude, latitude: at.latitude },
      open,
      reportedAt: reportedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    }));
    const hasNextPage = index + 1 < listed.length;
    return { incidents: { nodes: page, pageInfo: { hasNextPage, endCursor: String(index + 1) } } };
  };
  return { ask } as unknown as GisClient;
}

const ago = (hours: number) => new Date(Date.now() - hours * hourMs);

describe('what comes up next in the demo city', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T08:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

  it('comes up at a spot once, and again only after six hours', async () => {
    const sightings = new Sightings(listing([]), [spotAt(1), spotAt(2)]);
    const next = async () => (await sightings.next([worker, acceptor]))?.spot.title ?? null;
    expect([await next(), await next()].toSorted()).toEqual(['spot 1', 'spot 2']);
    vi.setSystemTime(Date.now() + 6 * hourMs - 1);
    expect(await next()).toBeNull();
    vi.setSystemTime(Date.now() + 1);
    expect(await next()).not.toBeNull();
  });

  it('keeps off places where the server has open incidents or had one within six hours', async () => {
    const spots = [1, 2, 3, 4].map((index) => spotAt(index));
    const nodes = [
      { at: spots[0]!, open: false, reportedAt: ago(5), closedAt: ago(4) },
      { at: spots[1]!, open: true, reportedAt: ago(50), closedAt: null },
      { at: spots[2]!, open: true, reportedAt: ago(60), closedAt: null },
      { at: spots[3]!, open: false, reportedAt: ago(90), closedAt: ago(80) },
    ];
    const sightings = new Sightings(listing(nodes), spots);
    const people = [worker, acceptor, leader];
    expect((await sightings.next(people))?.spot.title).toBe('spot 4');
    expect(await sightings.next(people)).toBeNull();
  });

  it('lets a spot rest from when its incident was last seen open', async () => {
    const nodes = [{ at: spotAt(1), open: true, reportedAt: ago(9), closedAt: null }];
    const sightings = new Sightings(listing(nodes), [spotAt(1)]);
    expect(await sightings.next([acceptor, leader])).toBeNull();
    nodes.pop();
    vi.setSystemTime(Date.now() + 5 * hourMs);
    expect(await sightings.next([acceptor, leader])).toBeNull();
    vi.setSystemTime(Date.now() + hourMs);
    expect(await sightings.next([acceptor, leader])).not.toBeNull();
  });

  it('is of another class and in another township than what came up of late', () => {
    const same = [1, 2, 3].map((index) => spotAt(index));
    const otherClass = spotAt(4, { classCode: 'E0102' });
    const elsewhere = spotAt(5, { areaCode: '990101002001' });
    const far = spotAt(6, { classCode: 'E0102', areaCode: '990101002001' });
    const chosen = (spots: IncidentSpot[]) =>
      chooseSighting(spots, [acceptor], [same[0]!])?.spot.title;
    expect(chosen([...same, otherClass])).toBe('spot 4');
    expect(chosen([...same, elsewhere])).toBe('spot 5');
    expect(chosen([...same, otherClass, elsewhere, far])).toBe('spot 6');
  });
});
