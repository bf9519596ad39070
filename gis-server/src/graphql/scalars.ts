import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import { checkGeometry, DomainError, interactiveLimits } from 'grid-data';
import type { Shape } from 'grid-data';

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** The engine takes the 30th of February for the 2nd of March. */
function isOfCalendar(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  return day! <= new Date(Date.UTC(year!, month!, 0)).getUTCDate();
}

function toDate(value: unknown): Date {
  const date = typeof value === 'string' && rfc3339.test(value) ? new Date(value) : null;
  if (date === null || Number.isNaN(date.getTime()) || !isOfCalendar(String(value))) {
    throw new DomainError('invalid-input', 'A moment is RFC 3339 with an offset', {
      reason: 'date-time',
    });
  }
  return date;
}

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment, RFC 3339 with offset; always UTC on the wire.',
  serialize: (value) => {
    const date = value instanceof Date ? value : new Date(String(value));
    return date.toISOString();
  },
  parseValue: toDate,
  parseLiteral: (node) => toDate(node.kind === Kind.STRING ? node.value : null),
});

/** A shape from outside, taken through the gate before any statement is made of it. */
export function takeInShape(value: unknown): Shape {
  const result = checkGeometry(value, {
    limits: interactiveLimits,
    allowed: ['Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'],
  });
  if (result.ok) return result.shape;
  throw new DomainError('invalid-input', result.detail, {
    reason: result.reason,
    details: result.at === undefined ? {} : { longitude: result.at[0], latitude: result.at[1] },
  });
}

export const Geometry = new GraphQLScalarType<Shape, object>({
  name: 'Geometry',
  description:
    'GeoJSON geometry (RFC 7946), longitude before latitude, degrees, CGCS2000 (EPSG:4490).',
  serialize: (value) => value as object,
  parseValue: takeInShape,
  parseLiteral: (node, variables) => takeInShape(valueFromASTUntyped(node, variables)),
});

export const JsonObject = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: "A JSON object whose shape the field's description names.",
  serialize: (value) => value,
  parseValue: () => {
    throw new GraphQLError('JSON is an answer, never a question');
  },
});
