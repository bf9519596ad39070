/** What was done in a stretch of time, let out as a file with its manifest; each letting out is a row of the journal. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { csvFile } from '#row-exports/export-file.ts';
import { DomainError, type Clock } from 'grid-data';
import { createHash } from 'node:crypto';
import { acts, mostRows, type Act, type Stretch } from './queries.ts';

export type ReplayExportInput = Stretch & { commandId: string };

type Parts = {
  database: Database;
  clock: Clock;
  /** Checked as for the replay itself. */
  takeIn: (viewer: Viewer, stretch: Stretch) => Promise<Stretch>;
};

export function createReplayExport({ database, clock, takeIn }: Parts) {
  return async (viewer: Viewer, { commandId, ...asked }: ReplayExportInput) => {
    requirePermission(viewer, 'data.export');
    const stretch = await takeIn(viewer, asked);
    const rows = await database.inScope(viewer, (db) => acts(db, viewer, stretch));
    if (rows.length > mostRows.acts) {
      throw new DomainError(
        'invalid-input',
        `more than ${mostRows.acts} rows: take a shorter time`,
        {
          reason: 'too-many-rows',
          details: { field: 'to', max: mostRows.acts },
        },
      );
    }
    // Who did it is told to who audits acts: to others it would be a list of people.
    const named = viewer.permissions.has('audit.read');
    const columns = [...plainColumns, ...(named ? ['actor'] : [])];
    const text = csvFile(
      columns,
      rows.map((row) => [...plainCells(row), ...(named ? [row.actorName ?? ''] : [])]),
    );
    const sha256 = createHash('sha256').update(text).digest('hex');
    const takenAt = clock.now();
    await database.command(viewer, { commandId, kind: 'rows.export' }, (tx) => {
      tx.record({
        kind: 'rows.exported',
        areaCode: viewer.areaCode,
        subjectKind: 'row-export',
        subjectId: commandId,
        payload: { list: 'replay', format: 'csv', rows: rows.length, sha256 },
      });
      return Promise.resolve(sha256);
    });
    const { areaCode, from, to } = stretch;
    const name = `replay-${areaCode}-${from.toISOString().slice(0, 19).replaceAll(':', '')}Z`;
    const facts = { areaCode, from, to, takenBy: viewer.displayName, takenAt, columns };
    const manifest = { file: `${name}.csv`, sha256, rows: rows.length, ...facts };
    return {
      fileName: manifest.file,
      text,
      manifestName: `${name}.manifest.json`,
      manifest: `${JSON.stringify(manifest, null, 2)}\n`,
      rows: rows.length,
      sha256,
    };
  };
}

const plainColumns = ['seq', 'at', 'kind', 'subjectKind', 'subjectId'];

function plainCells({ seq, at, kind, subjectKind, subjectId }: Act): (string | number)[] {
  return [Number(seq), at.toISOString(), kind, subjectKind, subjectId];
}
