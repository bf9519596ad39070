import type { z } from 'zod';
import { forbiddenPlaceClasses } from '#domain/camera.ts';
import { toCgcs2000, type Datum } from '#domain/coordinate-systems.ts';
import {
  checkGeometry,
  importLimits,
  type Shape,
  type ShapeType,
} from '#domain/geometry-intake.ts';
import { placeClassWords } from './chinese-words.ts';
import { ownNames } from './columns.ts';
import { ownWord } from './field-forms.ts';
import { importRules, shapesOf, type ImportKind } from './import-kinds.ts';
import type { RejectedRow, SourceRow } from './source-row.ts';

export type AcceptedRow = {
  line: number;
  key: string;
  payload: Record<string, unknown>;
  /** CGCS2000; null where the kind or the row has none. */
  shape: Shape | null;
};

export type ParsedRow = { accepted: AcceptedRow } | { rejected: RejectedRow };

/** Checks one row against its kind and brings its shape into CGCS2000. */
export function parseRow(kind: ImportKind, datum: Datum, row: SourceRow): ParsedRow {
  const rule = importRules[kind];
  const named = ownNames(kind, row.fields);
  const reject = (reason: string, detail: string): ParsedRow => ({
    rejected: { line: row.line, reason, detail },
  });
  if (kind === 'cameras' && isForbidden(named['placeClass'])) {
    return reject('forbidden-place-class', `no camera may film a ${String(named['placeClass'])}`);
  }
  const fields = rule.fields.safeParse(named);
  if (!fields.success) return reject('invalid-field', describe(fields.error, named));
  const given = row.geometry ?? pointOf(named);
  const isOptional = rule.geometry === 'outline-optional';
  if (rule.geometry === 'none' || (given === undefined && isOptional)) {
    return accept(row.line, rule.key(fields.data), fields.data, null);
  }
  const allowed = shapesOf[rule.geometry];
  if (given === undefined) return reject('no-position', `${kind} need ${wanted(allowed)}`);
  const checked = checkGeometry(given, {
    limits: importLimits,
    allowed,
    convert: (coordinate) => toCgcs2000(datum, coordinate),
  });
  if (!checked.ok) {
    const isColumns = row.geometry === undefined && checked.reason === 'not-finite';
    return reject(checked.reason, isColumns ? describePlace(named) : checked.detail);
  }
  return accept(row.line, rule.key(fields.data), fields.data, checked.shape);
}

function accept(
  line: number,
  key: string,
  payload: Record<string, unknown>,
  shape: Shape | null,
): ParsedRow {
  return { accepted: { line, key, payload, shape } };
}

/** Two columns make a point; text that is no number is left to the gate, which names it. */
function pointOf(named: Record<string, unknown>): unknown {
  const { longitude, latitude } = named;
  if (longitude === undefined && latitude === undefined) return undefined;
  return { type: 'Point', coordinates: [toNumber(longitude), toNumber(latitude)] };
}

/** In the words of the columns, for a person who sees a table and no vertex. */
function describePlace({ longitude, latitude }: Record<string, unknown>): string {
  const told = Object.entries({ longitude, latitude }).map(([name, value]) =>
    value === undefined ? `${name} is missing` : `${name} ${JSON.stringify(value)}`,
  );
  return `${told.join(', ')}: two numbers are needed`;
}

function toNumber(value: unknown): number {
  return value === undefined ? Number.NaN : Number(value);
}

function wanted(shapes: readonly ShapeType[]): string {
  const geometry = `a geometry of type ${shapes.join(' or ')}`;
  return shapes.includes('Point') ? `longitude and latitude, or ${geometry}` : geometry;
}

function isForbidden(placeClass: unknown): boolean {
  const own = ownWord(placeClassWords, placeClass);
  return forbiddenPlaceClasses.some((forbidden) => forbidden === own);
}

/** What must not stand in a file of rejects that goes from hand to hand. */
const secretFields = ['password', 'streamAddress'];

function describe(error: z.ZodError, named: Record<string, unknown>): string {
  return error.issues
    .map(({ code, message, path }) => {
      const field = String(path[0] ?? 'row');
      const value = named[field];
      if (value === undefined && code === 'invalid_type') return `${field} is missing`;
      if (value === undefined) return `${field} is missing: ${message}`;
      const shown = secretFields.includes(field) ? '…' : JSON.stringify(value).slice(0, 60);
      return `${field} ${shown}: ${message}`;
    })
    .join('; ');
}
