/** Writes a part of the ground as a condition: the box first, which the position index answers, then the exact test. */
import { codesWithin } from '#access/scope.ts';
import { identifier, joinSql, sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import { DomainError } from 'grid-data';
import type { LonLat } from 'grid-data';
import { bowMeters, degreesOf, planeCircle } from './near-ground.ts';
import { envelopeAround } from './within.ts';
import type { Envelope, Position, Within } from './within.ts';

/** A long line is cut into so many pieces at most, each with a box of its own around it. */
const maxPieces = 32;
const minPieceVertices = 8;

export function boxSql([west, south, east, north]: Envelope): Statement {
  return sql`ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4490)`;
}

export function pointSql({ longitude, latitude }: { longitude: number; latitude: number }) {
  return sql`ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4490)`;
}

export function shapeSql(shape: object): Statement {
  return sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(shape)}::text), 4490)`;
}

/** Pieces overlap by one vertex, so together they are the line. */
export function piecesOf(line: readonly LonLat[]): LonLat[][] {
  const size = Math.max(minPieceVertices, Math.ceil((line.length - 1) / maxPieces));
  const pieces: LonLat[][] = [];
  for (let from = 0; from < line.length - 1; from += size) {
    pieces.push(line.slice(from, from + size + 1));
  }
  return pieces;
}

/** Within so many metres of a point, by the ellipsoid. */
export function nearPoint(center: Position, meters: number, column: string): Statement {
  const box = boxSql(envelopeAround([[center.longitude, center.latitude]], meters));
  const position = identifier(column);
  const exact = sql`ST_DWithin(${position}::geography, ${pointSql(center)}::geography, ${meters}::float8)`;
  const plane = planeCircle(center, meters);
  if (plane === null) return sql`(${position} && ${box} and ${exact})`;
  // Sums and products: a test against a polygon costs ten times as much a row.
  const east = sql`(ST_X(${position}) - ${center.longitude}::float8) * ${plane.metersPerLongitude}::float8`;
  const north = sql`(ST_Y(${position}) - ${center.latitude}::float8) * ${plane.metersPerLatitude}::float8`;
  const squared = sql`((${east}) ^ 2 + (${north}) ^ 2)`;
  return sql`(${position} && ${box} and ${squared} <= ${plane.far ** 2}::float8
    and (${squared} <= ${plane.near ** 2}::float8 or ${exact}))`;
}

export function nearLine(line: readonly LonLat[], meters: number, column: string): Statement {
  const pieces = piecesOf(line).map((piece) => nearPiece(piece, meters, column));
  return sql`(${joinSql(pieces, ' or ')})`;
}

function nearPiece(piece: readonly LonLat[], meters: number, column: string): Statement {
  const box = boxSql(envelopeAround(piece, meters + bowMeters(piece)));
  const position = identifier(column);
  const shape = shapeSql({ type: 'LineString', coordinates: piece });
  const exact = sql`ST_DWithin(${position}::geography, ${shape}::geography, ${meters}::float8)`;
  const degrees = degreesOf(piece, meters);
  // As distances and not as ST_DWithin: that would bring an index condition of its own, beside the box's.
  const flat = sql`ST_Distance(${position}, ${shape})`;
  return degrees === null
    ? sql`(${position} && ${box} and ${exact})`
    : sql`(${position} && ${box} and ${flat} <= ${degrees.far}::float8
      and (${flat} <= ${degrees.near}::float8 or ${exact}))`;
}

/** The condition that a row lies within; `alias` names the table whose area_code and position are meant. */
export function liesWithin(within: Within, alias: string): Statement {
  const column = `${alias}.position`;
  switch (within.kind) {
    case 'area':
      return codesWithin(within.areaCode, `${alias}.area_code`);
    case 'polygon': {
      const shape = shapeSql(within.shape);
      return sql`(${identifier(column)} && ${shape} and ST_Intersects(${identifier(column)}, ${shape}))`;
    }
    case 'circle':
      return nearPoint(within.center, within.radiusMeters, column);
    case 'line':
      return nearLine(within.line, within.meters, column);
    case 'road':
      throw new DomainError('invalid-input', 'a road is looked up before it is asked along');
  }
}
