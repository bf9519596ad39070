import { invalidField } from '#graphql/take-in.ts';
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import type { Clock } from 'grid-data';
import { changesSince } from './changes-since.ts';
import { toColumns } from './columns.ts';
import * as hall from './hall-queries.ts';
import * as queries from './queries.ts';
import { mostRows, type Stretch } from './queries.ts';
import { createReplayExport } from './replay-export.ts';
import * as reports from './report-queries.ts';

export type ReplayService = ReturnType<typeof createReplayService>;

const dayMs = 86_400_000;
const longest = { stretchMs: dayMs, binsMs: 31 * dayMs, bins: 400 };

type Parts = { database: Database; clock: Clock; areas: AreaService };

/** The city as it was: told by spans and tracks, never by what rows say today. */
export function createReplayService({ database, clock, areas }: Parts) {
  const takeIn = async (viewer: Viewer, stretch: Stretch, longestMs: number): Promise<Stretch> => {
    const { from, to } = stretch;
    if (from > to) throw invalidField('to', 'lies before from', 'time-order');
    if (to.getTime() - from.getTime() > longestMs) {
      throw invalidField(
        'to',
        `a stretch is at most ${longestMs / dayMs} days`,
        'stretch-too-long',
      );
    }
    await areas.takeIn(viewer, { areaCode: stretch.areaCode });
    return stretch;
  };

  return {
    export: createReplayExport({
      database,
      clock,
      takeIn: (viewer, stretch) => takeIn(viewer, stretch, longest.stretchMs),
    }),

    async stretch(viewer: Viewer, asked: Stretch) {
      const stretch = await takeIn(viewer, asked, longest.stretchMs);
      return database.inScope(viewer, async (db) => {
        const cut: string[] = [];
        const upTo = <Row>(part: keyof typeof mostRows, rows: Row[]): Row[] => {
          if (rows.length <= mostRows[part]) return rows;
          cut.push(part);
          return rows.slice(0, mostRows[part]);
        };
        const mayReadUnits = viewer.permissions.has('unit.read');
        const incidents = upTo('incidents', await queries.incidentSpans(db, viewer, stretch));
        const cameras = upTo('cameras', await queries.cameraSpans(db, viewer, stretch));
        const points = mayReadUnits ? await queries.unitPoints(db, viewer, stretch) : [];
        const units = upTo('units', points);
        const duty = upTo('duty', await queries.dutySpans(db, viewer, stretch));
        const acts = upTo('acts', await queries.acts(db, viewer, stretch));
        const wall = upTo('wall', await hall.wallSpans(db, viewer, stretch));
        const plots = upTo('plots', await hall.plotSpans(db, viewer, stretch));
        return {
          from: stretch.from,
          to: stretch.to,
          incidents: toColumns(incidentColumns, incidents),
          cameras: toColumns(cameraColumns, cameras),
          units: toColumns(unitColumns, units),
          duty: toColumns(dutyColumns, duty),
          acts: toColumns(actColumns, acts),
          wall: toColumns(wallColumns, wall),
          plots: toColumns(plotColumns, plots),
          cut,
        };
      });
    },

    async reportBins(viewer: Viewer, asked: Stretch & { bins: number }) {
      const { bins } = asked;
      if (!Number.isInteger(bins) || bins < 1 || bins > longest.bins) {
        throw invalidField('bins', `1 to ${longest.bins}`, 'bins');
      }
      const stretch = await takeIn(viewer, asked, longest.binsMs);
      const { from, to } = stretch;
      const widthMs = (to.getTime() - from.getTime()) / bins;
      if (widthMs === 0) throw invalidField('to', 'lies at from', 'time-order');
      const rows = await database.inScope(viewer, (db) =>
        reports.reportBins(db, viewer, { ...stretch, bins }),
      );
      const byGrade = Array.from({ length: bins }, () => [0, 0, 0, 0]);
      for (const { bin, grade, reports: count } of rows) {
        const counts = byGrade[bin];
        if (counts) counts[grade - 1] = count;
      }
      return byGrade.map((counts, bin) => ({
        from: new Date(from.getTime() + bin * widthMs),
        reports: counts.reduce((sum, count) => sum + count, 0),
        byGrade: counts,
      }));
    },

    /** The report next to a moment, to either side; null where there is none within 31 days. */
    async reportBeside(viewer: Viewer, asked: { areaCode: string; at: Date; later: boolean }) {
      const { areaCode, at, later } = asked;
      await areas.takeIn(viewer, { areaCode });
      const bound = new Date(at.getTime() + (later ? longest.binsMs : -longest.binsMs));
      return database.inScope(viewer, (db) =>
        reports.reportBeside(db, viewer, { areaCode, at, later, bound }),
      );
    },

    async changesSince(viewer: Viewer, areaCode: string, since: Date) {
      const now = clock.now();
      const from = since > now ? now : since;
      await takeIn(viewer, { areaCode, from, to: now }, longest.binsMs);
      return database.inScope(viewer, (db) =>
        changesSince(db, viewer, { areaCode, since: from, now }),
      );
    },
  };
}

const incidentColumns = [
  ...(['id', 'classCode', 'title', 'grade', 'state', 'acknowledged', 'dueAt'] as const),
  ...(['longitude', 'latitude', 'fromAt', 'toAt'] as const),
];
const cameraColumns = ['id', 'state', 'health', 'longitude', 'latitude', 'fromAt', 'toAt'] as const;
const unitColumns = ['id', 'name', 'kind', 'longitude', 'latitude', 'headingDeg', 'at'] as const;
const dutyColumns = ['id', 'name', 'post', 'fromAt', 'toAt'] as const;
const wallColumns = [
  ...(['screenId', 'screenName', 'leftMm', 'topMm', 'widthMm', 'heightMm', 'content'] as const),
  ...(['sceneName', 'shownByName', 'cause', 'fromAt', 'toAt'] as const),
];
const plotColumns = [
  ...(['id', 'incidentId', 'kind', 'symbol', 'label', 'color', 'shape', 'changedBy'] as const),
  ...(['fromAt', 'toAt'] as const),
];
const actColumns = ['seq', 'at', 'kind', 'actorName', 'subjectKind', 'subjectId'] as const;
