/** 通视: the ground that somebody sees who stands or hovers at a height over a place, cut by houses and hills. */
import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { SightDesk } from '#sight-lines/sight-desk.ts';
import { longestRangeMeters, targetHeightMeters } from '#sight-lines/viewshed/eye.ts';
import { readRelief } from '#tiles/load-relief.ts';
import { takeInMeters, takeInPosition } from '#within/within.ts';
import { DomainError } from 'grid-data';
import * as queries from './queries.ts';

const heightLimits = { min: 0.5, max: 500 };
const rangeLimits = { min: 20, max: longestRangeMeters };
/** A question takes 2,000 corners. */
const mostVertices = 1_900;

export type SightAreaService = ReturnType<typeof createSightAreaService>;

type Asked = {
  from: { longitude: number; latitude: number };
  heightMeters: number;
  rangeMeters: number;
};

export function createSightAreaService({ database }: { database: Database }) {
  let desk: Promise<SightDesk> | null = null;
  // The desk works on one thing at a time.
  let turn: Promise<unknown> = Promise.resolve();

  const sightOf = async (viewer: Viewer, asked: Asked) => {
    const { longitude, latitude } = asked.from;
    const buildings = await database.inScope(viewer, (db) =>
      queries.buildingsNear(db, [longitude, latitude], asked.rangeMeters),
    );
    desk ??= readRelief(database).then((relief) => new SightDesk(relief));
    const eye = { id: 'asked', areaCode: '', kind: 'ptz', storedInputs: null } as const;
    const pose = { ...asked, ...asked.from, bearingDeg: null, widthDeg: null };
    const [sight] = await (await desk).compute({ cameras: [{ ...eye, ...pose }], buildings });
    return sight!;
  };

  return {
    async around(viewer: Viewer, asked: Asked) {
      const from = takeInPosition(asked.from, 'from');
      const heightMeters = takeInMeters(asked.heightMeters, 'heightMeters', heightLimits);
      const rangeMeters = takeInMeters(asked.rangeMeters, 'rangeMeters', rangeLimits);
      const mine = turn.then(() => sightOf(viewer, { from, heightMeters, rangeMeters }));
      turn = mine.catch(() => undefined);
      const { reach, terrainKnown, insideBuilding, visibleShare } = await mine;
      if (reach === null) {
        throw new DomainError('not-found', 'nothing is seen from there', {
          reason: insideBuilding ? 'inside-building' : 'nothing-seen',
          details: { field: 'from' },
        });
      }
      const shape = await database.inScope(viewer, (db) =>
        queries.fewerCorners(db, reach, mostVertices),
      );
      return { shape, heightMeters, rangeMeters, targetHeightMeters, terrainKnown, visibleShare };
    },
  };
}
