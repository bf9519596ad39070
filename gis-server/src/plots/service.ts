/** 标绘: several people draw on one incident's map at once, and nothing that anybody drew is lost. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { isUuid, takeInText, takeInWord } from '#graphql/take-in.ts';
import { incidentsById } from '#incidents/queries.ts';
import {
  DomainError,
  longestPlotLabel,
  mergePlots,
  plotColors,
  plotKinds,
  plotSymbols,
  shapeTypeOfPlot,
  type Clock,
  type Shape,
} from 'grid-data';
import { randomUUID } from 'node:crypto';
import * as queries from './plot-queries.ts';
import type { PlotRecord, PlotToKeep } from './plot-queries.ts';

export type PlotInput = {
  commandId: string;
  id: string;
  incidentId: string;
  version: number;
  kind: string;
  symbol?: string | null;
  label?: string | null;
  color: string;
  shape: Shape;
};

/** Beyond it a map shows nothing any more, and a page would choke. */
const mostPlotsOfIncident = 1_000;

export type PlotService = ReturnType<typeof createPlotService>;

export function createPlotService({ database, clock }: { database: Database; clock: Clock }) {
  const read = async (viewer: Viewer, id: string): Promise<PlotRecord> =>
    (await database.inScope(viewer, (db) => queries.plotById(db, viewer, id))) ?? gone();

  return {
    of(viewer: Viewer, incidentId: string, removed: boolean): Promise<PlotRecord[]> {
      if (!isUuid(incidentId)) return Promise.resolve([]);
      return database.inScope(viewer, (db) =>
        queries.plotsOfIncident(db, viewer, { incidentId, removed }),
      );
    },

    async save(viewer: Viewer, input: PlotInput) {
      requirePermission(viewer, 'plot.draw');
      const words = takeInPlot(input);
      const command = { commandId: input.commandId, kind: 'plot.save' };
      const by = viewer.displayName;
      const kept = await database.command(viewer, command, async (tx) => {
        const [incident] = await incidentsById(tx, viewer, [input.incidentId]);
        if (incident === undefined) unknownIncident();
        const place = { incidentId: input.incidentId, areaCode: incident.areaCode };
        const plot = { ...words, ...place, copyOf: null, by, at: clock.now() };
        return keep(tx, viewer, { plot, version: input.version });
      });
      const beside = kept.besideId === null ? null : await read(viewer, kept.besideId);
      return { plot: await read(viewer, kept.id), keptBeside: beside };
    },

    async remove(viewer: Viewer, commandId: string, id: string): Promise<string> {
      requirePermission(viewer, 'plot.draw');
      const removedAt = clock.now();
      return database.command(viewer, { commandId, kind: 'plot.remove' }, async (tx) => {
        const plot = isUuid(id) ? await queries.plotForUpdate(tx, viewer, id) : null;
        if (plot === null) return gone();
        if (plot.removed) return id;
        await queries.setPlotRemoved(tx, id, removedAt);
        const { incidentId } = plot;
        tx.record({ kind: 'plot.removed', ...subjectOf(plot), payload: { incidentId } });
        return id;
      });
    },

    async restore(viewer: Viewer, commandId: string, id: string): Promise<PlotRecord> {
      requirePermission(viewer, 'plot.draw');
      await database.command(viewer, { commandId, kind: 'plot.restore' }, async (tx) => {
        const plot = isUuid(id) ? await queries.plotForUpdate(tx, viewer, id) : null;
        if (plot === null) return gone();
        await queries.setPlotRemoved(tx, id, null);
        await recordNow(tx, viewer, { id, kind: 'plot.restored' });
        return id;
      });
      return read(viewer, id);
    },
  };
}

type Kept = { id: string; besideId: string | null };

/**
 * New, or changed. Where somebody else was quicker, what both did is joined; where both did the same thing differently, it
 * becomes a copy beside the other's version: both hands' work stays.
 */
async function keep(
  tx: Writing,
  viewer: Viewer,
  { plot, version }: { plot: PlotToKeep; version: number },
): Promise<Kept> {
  const before = await queries.plotForUpdate(tx, viewer, plot.id);
  if (before === null) {
    await checkRoom(tx, viewer, plot.incidentId);
    if (!(await queries.insertPlot(tx, plot))) gone();
    await recordNow(tx, viewer, { id: plot.id, kind: 'plot.saved' });
    return { id: plot.id, besideId: null };
  }
  if (before.incidentId !== plot.incidentId) gone();
  if (before.version === version) {
    await queries.updatePlot(tx, plot);
    await recordNow(tx, viewer, { id: plot.id, kind: 'plot.saved' });
    return { id: plot.id, besideId: null };
  }
  const merged = await mergeInto(tx, viewer, { plot, version, before });
  if (merged !== null) {
    await queries.updatePlot(tx, merged);
    await recordNow(tx, viewer, { id: plot.id, kind: 'plot.saved' });
    return { id: plot.id, besideId: null };
  }
  await checkRoom(tx, viewer, plot.incidentId);
  const id = randomUUID();
  await queries.insertPlot(tx, { ...plot, id, copyOf: before.id });
  await recordNow(tx, viewer, { id, kind: 'plot.saved' });
  return { id, besideId: before.id };
}

/** What lies in the trash is joined with nothing: who threw it away did so knowing another version. */
async function mergeInto(
  tx: Writing,
  viewer: Viewer,
  { plot, version, before }: { plot: PlotToKeep; version: number; before: PlotRecord },
): Promise<PlotToKeep | null> {
  if (before.removed) return null;
  const base = await queries.plotAtVersion(tx, viewer, { id: plot.id, version });
  const mine = plot as PlotToKeep & Pick<PlotRecord, 'shape'>;
  const joined = base && mergePlots(base, mine, before);
  return joined ? { ...plot, ...joined } : null;
}

async function checkRoom(tx: Writing, viewer: Viewer, incidentId: string): Promise<void> {
  const plots = await queries.plotsOfIncident(tx, viewer, { incidentId, removed: false });
  if (plots.length < mostPlotsOfIncident) return;
  throw new DomainError('invalid-input', `an incident's map holds ${mostPlotsOfIncident} plots`, {
    reason: 'too-many-plots',
  });
}

async function recordNow(
  tx: Writing,
  viewer: Viewer,
  { id, kind }: { id: string; kind: 'plot.saved' | 'plot.restored' },
): Promise<void> {
  const plot = (await queries.plotById(tx, viewer, id))!;
  const { incidentId, symbol, label, color, shape, version, copyOf } = plot;
  const facts = { incidentId, kind: plot.kind, symbol, label, color, shape, version, copyOf };
  tx.record({ kind, ...subjectOf(plot), payload: facts });
}

function subjectOf({ id, areaCode, departmentCode }: PlotRecord) {
  return { areaCode, departmentCode, subjectKind: 'plot', subjectId: id } as const;
}

function takeInPlot(input: PlotInput) {
  const kind = takeInWord(input.kind, plotKinds, 'input.kind');
  const symbol =
    kind === 'symbol' ? takeInWord(input.symbol ?? '', plotSymbols, 'input.symbol') : null;
  const label = takeInText(input.label, longestPlotLabel, 'input.label');
  if (kind === 'text' && label === null) throw refused('label', 'a text has letters', 'empty');
  const { shape } = input;
  if (shape.type !== shapeTypeOfPlot(kind)) {
    throw refused('shape', `must be a ${shapeTypeOfPlot(kind)}`, 'wrong-type');
  }
  if (!isUuid(input.id)) throw refused('id', 'must be a UUID', 'id');
  if (!isUuid(input.incidentId)) unknownIncident();
  const color = takeInWord(input.color, plotColors, 'input.color');
  return { id: input.id, kind, symbol, label, color, shape };
}

function refused(field: string, message: string, reason: string): DomainError {
  const details = { field: `input.${field}` };
  return new DomainError('invalid-input', `input.${field}: ${message}`, { reason, details });
}

function gone(): never {
  throw new DomainError('not-found', 'there is no such plot in your scope', {
    reason: 'unknown-plot',
  });
}

function unknownIncident(): never {
  throw new DomainError('not-found', 'there is no such incident in your scope', {
    reason: 'unknown-incident',
  });
}
