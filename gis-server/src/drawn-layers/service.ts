/** Shapes that people keep under a name. Only who made one changes it; what is deleted lies in its owner's trash. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { isUuid, takeInText } from '#graphql/take-in.ts';
import { DomainError, type Clock, type Shape } from 'grid-data';
import { randomUUID } from 'node:crypto';
import * as queries from './layer-queries.ts';
import type { DrawnLayerRecord } from './layer-queries.ts';

export type DrawnLayerInput = {
  commandId: string;
  id?: string | null;
  version?: number | null;
  name: string;
  shared: boolean;
  shape?: Shape | null;
};

const longestName = 60;

export type DrawnLayerService = ReturnType<typeof createDrawnLayerService>;

export function createDrawnLayerService({ database, clock }: { database: Database; clock: Clock }) {
  const read = async (viewer: Viewer, id: string): Promise<DrawnLayerRecord> =>
    (await database.inScope(viewer, (db) => queries.drawnLayerById(db, viewer, id))) ?? gone();

  return {
    list: (viewer: Viewer, removed: boolean) =>
      database.inScope(viewer, (db) => queries.drawnLayers(db, viewer, removed)),

    async save(viewer: Viewer, input: DrawnLayerInput): Promise<DrawnLayerRecord> {
      requirePermission(viewer, 'plot.draw');
      const name = takeInText(input.name, longestName, 'input.name');
      if (name === null) throw refused('name', 'a layer needs a name', 'empty');
      checkShape(input.shape ?? null);
      const command = { commandId: input.commandId, kind: 'drawn-layer.save' };
      const id = await database.command(viewer, command, async (tx) => {
        const known = input.id ?? null;
        const before = known === null ? null : await ownLayer(tx, viewer, known);
        const shape = input.shape ?? before?.shape;
        if (shape === undefined) throw refused('shape', 'a new layer needs a shape', 'empty');
        const layer = { name, shared: input.shared, shape, at: clock.now() };
        const layerId = before?.id ?? randomUUID();
        const version = before?.version ?? 0;
        if (before === null) await queries.insertLayer(tx, viewer, { ...layer, id: layerId });
        else if (
          !(await queries.updateLayer(tx, { ...layer, id: layerId, version: input.version ?? 0 }))
        ) {
          throw new DomainError('conflict', 'somebody else changed the layer', {
            reason: 'version',
            details: { version },
          });
        }
        tx.record({
          kind: 'drawn-layer.saved',
          ...subjectOf(layerId, before?.areaCode ?? viewer.areaCode),
          payload: { name, shared: input.shared, version: version + 1 },
        });
        return layerId;
      });
      return read(viewer, id);
    },

    async remove(viewer: Viewer, ask: { commandId: string; id: string; version: number }) {
      requirePermission(viewer, 'plot.draw');
      const command = { commandId: ask.commandId, kind: 'drawn-layer.remove' };
      return database.command(viewer, command, async (tx) => {
        const layer = await ownLayer(tx, viewer, ask.id);
        if (layer.version !== ask.version) {
          throw new DomainError('conflict', 'the layer was changed meanwhile', {
            reason: 'version',
            details: { version: layer.version },
          });
        }
        await queries.setLayerRemoved(tx, layer.id, clock.now());
        const { name } = layer;
        const subject = subjectOf(layer.id, layer.areaCode);
        tx.record({ kind: 'drawn-layer.removed', ...subject, payload: { name } });
        return layer.id;
      });
    },

    async restore(viewer: Viewer, commandId: string, id: string): Promise<DrawnLayerRecord> {
      requirePermission(viewer, 'plot.draw');
      const command = { commandId, kind: 'drawn-layer.restore' };
      await database.command(viewer, command, async (tx) => {
        const layer = await ownLayer(tx, viewer, id);
        await queries.setLayerRemoved(tx, layer.id, null);
        const { name } = layer;
        const subject = subjectOf(layer.id, layer.areaCode);
        tx.record({ kind: 'drawn-layer.restored', ...subject, payload: { name } });
        return id;
      });
      return read(viewer, id);
    },
  };
}

async function ownLayer(db: Reading, viewer: Viewer, id: string): Promise<DrawnLayerRecord> {
  const layer = isUuid(id) ? await queries.drawnLayerById(db, viewer, id) : null;
  if (layer === null) return gone();
  if (layer.ownerId === viewer.userId) return layer;
  throw new DomainError('not-allowed', 'a layer is changed by who made it', {
    reason: 'not-the-owner',
  });
}

function subjectOf(id: string, areaCode: string) {
  return { areaCode, subjectKind: 'drawn-layer', subjectId: id } as const;
}

function checkShape(shape: Shape | null): void {
  if (shape === null || ['Polygon', 'MultiPolygon', 'LineString'].includes(shape.type)) return;
  throw refused('shape', 'must be a Polygon, MultiPolygon or LineString', 'wrong-type');
}

function refused(field: string, message: string, reason: string): DomainError {
  const details = { field: `input.${field}` };
  return new DomainError('invalid-input', `input.${field}: ${message}`, { reason, details });
}

function gone(): never {
  throw new DomainError('not-found', 'there is no such layer in your scope', {
    reason: 'unknown-layer',
  });
}
