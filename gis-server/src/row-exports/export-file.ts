/** Rows as a file that leaves the house: CSV for spreadsheets, GeoJSON for maps. */
export type ExportedRow = {
  id: string;
  name: string;
  kind: string;
  state: string;
  areaCode: string;
  position: { longitude: number; latitude: number } | null;
};

export const exportFormats = ['csv', 'geojson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const mediaTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
};

export function exportFile(format: ExportFormat, rows: readonly ExportedRow[]): string {
  return format === 'csv' ? csvOf(rows) : geoJsonOf(rows);
}

/** Spreadsheets know UTF-8 by this mark alone. */
const byteOrderMark = '\uFEFF';
const columns = ['id', 'name', 'kind', 'state', 'area', 'longitude', 'latitude'];

function csvOf(rows: readonly ExportedRow[]): string {
  return csvFile(
    columns,
    rows.map(({ id, name, kind, state, areaCode, position }) => [
      ...[id, name, kind, state, areaCode],
      ...[position?.longitude ?? '', position?.latitude ?? ''],
    ]),
  );
}

export function csvFile(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const lines = rows.map((row) => row.map(cell).join(','));
  return `${byteOrderMark}${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  // A spreadsheet would run as a formula what begins like one.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function geoJsonOf(rows: readonly ExportedRow[]): string {
  const features = rows.map(({ position, ...properties }) => ({
    type: 'Feature',
    geometry:
      position === null
        ? null
        : { type: 'Point', coordinates: [position.longitude, position.latitude] },
    properties,
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}
