/** 态势: the numbers of one moment, and the rows behind each in the same snapshot as all others. */
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import { camerasById } from '#cameras/queries.ts';
import { cityComponentsByCode } from '#city-components/queries.ts';
import { sql, type Statement } from '#database/sql.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { decodeCursor, encodeCursor } from '#graphql/page.ts';
import { isUuid } from '#graphql/take-in.ts';
import { incidentsById, openStates } from '#incidents/queries.ts';
import { codesWithin } from '#access/scope.ts';
import { unitsById } from '#units/queries.ts';
import { onDutySince } from '#units/service.ts';
import {
  aroundIncidentMeters,
  DomainError,
  figureSubjects,
  situationFigureIds,
  situationFigures,
  type Clock,
  type FigureSubject,
} from 'grid-data';
import { cityMidnightOf, dayMs, figureConditions, type Moments } from './figure-conditions.ts';
import * as queries from './situation-queries.ts';
import type { Ground } from './situation-queries.ts';

type SituationAsked = { areaCode?: string | null; incidentId?: string | null };
type RowsAsked = SituationAsked & { figure: string; after?: string | null };

export type SituationRecord = {
  asOf: Date;
  asOfSeq: number;
  areaCode: string | null;
  incidentId: string | null;
  figures: { id: string; subject: FigureSubject; count: number }[];
  openByArea: AreaFigureRecord[];
};
export type AreaFigureRecord = { areaCode: string; count: number };

export type SituationService = ReturnType<typeof createSituationService>;

/** Rows of a page. */
const pageRows = 100;

type Parts = { database: Database; clock: Clock; areas: AreaService };
type Place = { ground: Ground; areaCode: string | null; incidentId: string | null };

export function createSituationService({ database, clock, areas }: Parts) {
  const placeOf = async (viewer: Viewer, asked: SituationAsked): Promise<Place> => {
    const { incidentId } = asked;
    if (incidentId == null) {
      const areaCode = asked.areaCode ?? viewer.areaCode;
      const within = await areas.takeIn(viewer, { areaCode });
      return { ground: { within, areaCode }, areaCode, incidentId: null };
    }
    const [incident] = isUuid(incidentId)
      ? await database.inScope(viewer, (db) => incidentsById(db, viewer, [incidentId]))
      : [];
    if (incident === undefined) {
      throw new DomainError('not-found', 'there is no such incident in your scope', {
        reason: 'unknown-incident',
      });
    }
    const circle = { center: incident.position, radiusMeters: aroundIncidentMeters };
    const within = await areas.takeIn(viewer, { circle });
    return { ground: { within, areaCode: incident.areaCode }, areaCode: null, incidentId };
  };

  const numbersIn = async (
    db: Reading,
    { viewer, place, moments }: { viewer: Viewer; place: Place; moments: Moments },
  ): Promise<SituationRecord> => {
    const { ground, areaCode, incidentId } = place;
    const conditions = figureConditions(moments);
    const counts: Record<string, number> = {};
    for (const subject of figureSubjects) {
      Object.assign(counts, await queries.countsOf(db, subject, { viewer, ground, conditions }));
    }
    const isDivided = areaCode !== null && areaCode.length < villageDigits;
    return {
      asOf: moments.now,
      asOfSeq: await queries.journalHead(db),
      areaCode,
      incidentId,
      figures: situationFigureIds.map((id) => ({
        id,
        subject: situationFigures[id],
        count: counts[id] ?? 0,
      })),
      openByArea: isDivided ? await queries.openByArea(db, viewer, areaCode) : [],
    };
  };

  return {
    async of(viewer: Viewer, asked: SituationAsked): Promise<SituationRecord> {
      const place = await placeOf(viewer, asked);
      const moments = momentsAt(clock.now());
      return database.inScope(viewer, (db) => numbersIn(db, { viewer, place, moments }));
    },

    async rows(viewer: Viewer, asked: RowsAsked) {
      const after = asked.after == null ? null : decodeCursor(asked.after, ['string'])[0];
      const place = await placeOf(viewer, asked);
      const moments = momentsAt(clock.now());
      const { subject, condition } = figureOf(asked.figure, moments);
      const { ground } = place;
      const wanted = { viewer, ground, subject, condition, after, limit: pageRows + 1 };
      return database.inScope(viewer, async (db) => {
        const found = await queries.keysOfRows(db, wanted);
        const keys = found.slice(0, pageRows);
        const last = keys.at(-1);
        return {
          figure: asked.figure,
          subject,
          count: await queries.countOfRows(db, wanted),
          situation: await numbersIn(db, { viewer, place, moments }),
          ...(await recordsOf(db, viewer, { subject, keys })),
          pageInfo: {
            endCursor: last === undefined ? null : encodeCursor([last]),
            hasNextPage: found.length > pageRows,
          },
        };
      });
    },
  };
}

const villageDigits = 12;

function momentsAt(now: Date): Moments {
  const midnight = cityMidnightOf(now);
  return {
    now,
    midnight,
    yesterdayMidnight: new Date(midnight.getTime() - dayMs),
    yesterdayNow: new Date(now.getTime() - dayMs),
    unitsHeardSince: onDutySince(now),
  };
}

const areaFigure = /^area:(\d{9}|\d{12})$/;

/** A number by its name: what its rows are and which ones. */
function figureOf(
  figure: string,
  moments: Moments,
): { subject: FigureSubject; condition: Statement } {
  const id = situationFigureIds.find((each) => each === figure);
  if (id !== undefined) {
    return { subject: situationFigures[id], condition: figureConditions(moments)[id] };
  }
  const areaCode = areaFigure.exec(figure)?.[1];
  if (areaCode === undefined) {
    throw new DomainError('invalid-input', `${figure.slice(0, 40)} is no figure`, {
      reason: 'unknown-word',
      details: { field: 'figure' },
    });
  }
  const condition = sql`(i.state = any(${openStates}) and ${codesWithin(areaCode, 'i.area_code')})`;
  return { subject: 'incidents', condition };
}

/** Whole rows in the order of their keys; read in the snapshot in which they were counted. */
async function recordsOf(
  db: Reading,
  viewer: Viewer,
  { subject, keys }: { subject: FigureSubject; keys: readonly string[] },
) {
  const none = { incidents: [], cameras: [], units: [], cityComponents: [], duties: [] };
  const inOrder = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] =>
    rows.toSorted((a, b) => keys.indexOf(keyOf(a)) - keys.indexOf(keyOf(b)));
  if (keys.length === 0) return none;
  switch (subject) {
    case 'incidents':
      return {
        ...none,
        incidents: inOrder(await incidentsById(db, viewer, keys), ({ id }) => id),
      };
    case 'cameras':
      return { ...none, cameras: inOrder(await camerasById(db, viewer, keys), ({ id }) => id) };
    case 'units':
      return { ...none, units: inOrder(await unitsById(db, viewer, keys), ({ id }) => id) };
    case 'cityComponents':
      return {
        ...none,
        cityComponents: inOrder(await cityComponentsByCode(db, viewer, keys), ({ code }) => code),
      };
    case 'duties':
      return {
        ...none,
        duties: inOrder(await queries.dutiesById(db, viewer, keys), ({ id }) => id),
      };
  }
}
