/** The rows of the scope matrix about what other systems of the city say. */
import { targetVillage } from './made-up-city.ts';
import type { MatrixRow } from './scope-matrix.ts';

export const outsideQueryRows: MatrixRow[] = [
  {
    field: 'Query.weather',
    role: 'duty-officer',
    document: '{ weather { report { source temperatureC } } }',
    sees: (d) => d.weather.report.temperatureC === 4,
    common: true,
  },
  {
    field: 'Query.cityThemes',
    role: 'duty-officer',
    document: `{ cityThemes(areaCode: "${targetVillage}") { code indicators { code value } } }`,
    sees: (d) => d?.cityThemes[0].indicators[0].value === 1,
  },
  {
    field: 'Query.cityThemeRows',
    role: 'duty-officer',
    document: '{ cityThemeRows(theme: "civil", indicator: "homes") { rows { id area { code } } } }',
    sees: (d) => d?.cityThemeRows.rows.some(({ id }: { id: string }) => id === 'home-1'),
  },
  {
    field: 'Query.cityThemeFaults',
    role: 'duty-officer',
    document: '{ cityThemeFaults { __typename } }',
    sees: (d) => Array.isArray(d.cityThemeFaults),
    common: true,
  },
];
