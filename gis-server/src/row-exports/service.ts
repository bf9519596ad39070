/** The rows behind a number, let out as a file; each letting out is a command with its row in the journal. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { CameraService } from '#cameras/service.ts';
import type { CityComponentService } from '#city-components/service.ts';
import type { Database } from '#database/transaction.ts';
import { takeInWord } from '#graphql/take-in.ts';
import type { Page } from '#graphql/page.ts';
import type { IncidentService } from '#incidents/service.ts';
import type { PlaceService } from '#places/service.ts';
import type { UnitService } from '#units/service.ts';
import type { WithinInput } from '#within/within.ts';
import { DomainError, type Clock } from 'grid-data';
import { createHash } from 'node:crypto';
import { exportFile, exportFormats, mediaTypes, type ExportedRow } from './export-file.ts';

export type RowExportInput = {
  commandId: string;
  within: WithinInput;
  list: string;
  format: string;
  states?: readonly string[] | null;
  classCodes?: readonly string[] | null;
  kinds?: readonly string[] | null;
  openOnly?: boolean | null;
};

const lists = ['cameras', 'cityComponents', 'incidents', 'places', 'units'] as const;
type List = (typeof lists)[number];

/** More is a copy of the city, for which there is the administrator's import and export of whole layers. */
export const mostRowsExported = 5_000;
const pageSize = 200;

type Parts = {
  database: Database;
  clock: Clock;
  cameras: CameraService;
  cityComponents: CityComponentService;
  incidents: IncidentService;
  places: PlaceService;
  units: UnitService;
};

export type RowExports = ReturnType<typeof createRowExports>;

export function createRowExports(parts: Parts) {
  const { database, clock } = parts;
  return {
    async export(viewer: Viewer, input: RowExportInput) {
      requirePermission(viewer, 'data.export');
      const list = takeInWord(input.list, lists, 'input.list');
      const format = takeInWord(input.format, exportFormats, 'input.format');
      const rows = await everyRow(readerOf(parts, viewer, { list, input }));
      const text = exportFile(format, rows);
      const sha256 = createHash('sha256').update(text).digest('hex');
      const command = { commandId: input.commandId, kind: 'rows.export' };
      await database.command(viewer, command, (tx) => {
        tx.record({
          kind: 'rows.exported',
          areaCode: viewer.areaCode,
          subjectKind: 'row-export',
          subjectId: input.commandId,
          payload: { list, format, rows: rows.length, sha256 },
        });
        return Promise.resolve(sha256);
      });
      const day = clock.now().toISOString().slice(0, 10);
      const fileName = `${list}-${day}.${format}`;
      return { fileName, mediaType: mediaTypes[format], text, rows: rows.length, sha256 };
    },
  };
}

type ReadPage = (after: string | null) => Promise<Page<ExportedRow>>;

async function everyRow(read: ReadPage): Promise<ExportedRow[]> {
  const rows: ExportedRow[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo }: Page<ExportedRow> = await read(after);
    rows.push(...nodes);
    if (rows.length > mostRowsExported) {
      throw new DomainError('invalid-input', `more than ${mostRowsExported} rows`, {
        reason: 'too-many-rows',
        details: { max: mostRowsExported },
      });
    }
    if (!pageInfo.hasNextPage) return rows;
    after = pageInfo.endCursor;
  }
}

type Wanted = { list: List; input: RowExportInput };

/** Names, places and states: never who answers for a thing, where a picture comes from, or what was said of a case. */
function readerOf(parts: Parts, viewer: Viewer, { list, input }: Wanted): ReadPage {
  const { within } = input;
  const question = (after: string | null) => ({ ...input, first: pageSize, after });
  switch (list) {
    case 'cameras':
      return async (after) =>
        mapped(await parts.cameras.page(viewer, question(after)), (camera) => ({
          ...camera,
          position: { longitude: camera.longitude, latitude: camera.latitude },
        }));
    case 'cityComponents':
      return async (after) =>
        mapped(await parts.cityComponents.page(viewer, question(after)), (component) => ({
          ...component,
          id: component.code,
          kind: component.classCode,
        }));
    case 'incidents':
      return async (after) =>
        mapped(await parts.incidents.page(viewer, question(after)), (incident) => ({
          ...incident,
          name: incident.title,
          kind: incident.classCode,
        }));
    case 'places':
      return async (after) =>
        mapped(await parts.places.page(viewer, question(after)), (place) => ({
          ...place,
          state: '',
        }));
    case 'units':
      return async () => {
        requirePermission(viewer, 'unit.read');
        const units = await parts.units.within(viewer, { within, onDutyOnly: true, first: 500 });
        const nodes = units.map((unit) => only({ ...unit, state: 'on-duty' }));
        return { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
      };
  }
}

function mapped<Row>({ nodes, pageInfo }: Page<Row>, rowOf: (row: Row) => ExportedRow) {
  return { nodes: nodes.map((node) => only(rowOf(node))), pageInfo };
}

/** Whatever else a record holds stays inside. */
function only({ id, name, kind, state, areaCode, position }: ExportedRow): ExportedRow {
  return { id, name, kind, state, areaCode, position };
}
