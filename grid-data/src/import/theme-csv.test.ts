import { expect, test } from 'vitest';
import { themeOfTable } from './theme-csv.ts';

const read = (text: string) => themeOfTable(new TextEncoder().encode(text));

const header =
  '主题代码,主题,来源,截至,有效小时,指标代码,指标,单位,涉及个人,区划代码,数值,编号,名称,经度,纬度,坐标系';
const head = 'civil,民政,民政局,2026-05-04 09:00,24';

test('numbers of areas and places come out of one table, said once or in each row', () => {
  const { document, rejects } = read(
    [
      header,
      `${head},allowances,低保,人,是,990101001,60,,,,,`,
      `,,,,,allowances,,,,990101002,9,,,,,`,
      `${head},homes,养老院,,,990101001001,,h1,一号,111.5,27.6,`,
    ].join('\n'),
  );
  expect(rejects).toEqual([]);
  expect(document).toMatchObject({
    theme: 'civil',
    name: '民政',
    asOf: '2026-05-04T09:00:00+08:00',
  });
  expect(document!.indicators).toEqual([
    {
      ...{ code: 'allowances', name: '低保', unit: '人', sensitive: true },
      areas: [
        { areaCode: '990101001', value: 60 },
        { areaCode: '990101002', value: 9 },
      ],
    },
    expect.objectContaining({
      code: 'homes',
      places: [
        { id: 'h1', name: '一号', areaCode: '990101001001', longitude: 111.5, latitude: 27.6 },
      ],
    }),
  ]);
});

test('a place in another datum is moved, as everywhere', () => {
  const { document } = read(
    `${header}\n${head},homes,养老院,,,990101001001,,h1,一号,111.5,27.6,gcj02`,
  );
  const [place] = document!.indicators[0]!.places!;
  expect(Math.abs(place!.longitude - 111.5)).toBeGreaterThan(0.001);
});

test.each([
  ['no number', 'allowances,低保,人,,990101002,many,,,,,', 'invalid-field', 'value "many"'],
  ['a number below nought', 'allowances,低保,人,,990101002,-1,,,,,', 'invalid-field', 'value "-1"'],
  ['no area', 'allowances,低保,人,,Springfield,3,,,,,', 'invalid-field', 'areaCode "Springfield"'],
  ['an area twice', 'allowances,低保,人,,990101001,3,,,,,', 'twice', '990101001'],
  ['a place among numbers', 'allowances,低保,人,,990101001,,h,家,111,27,', 'mixed', 'areas'],
  ['a place of persons', 'needy,困难户,,是,990101001,,h,家,111,27,', 'sensitive-place', 'persons'],
  ['no latitude', 'homes,养老院,,,990101001,,h,家,111,,', 'invalid-field', 'latitude is missing'],
  ['a place nowhere', 'homes,养老院,,,990101001,,h,家,400,27,', 'invalid-field', 'no place'],
  [
    'an unknown datum',
    'homes,养老院,,,990101001,,h,家,111,27,mars',
    'invalid-field',
    'datum "mars"',
  ],
])('%s is told with its line, and the rest is taken', (_, row, reason, detail) => {
  const first = `${head},allowances,低保,人,,990101001,60,,,,,`;
  const { document, rejects } = read([header, first, `${head},${row}`].join('\n'));
  expect(rejects).toEqual([{ line: 3, reason, detail: expect.stringContaining(detail) }]);
  expect(document!.indicators).toHaveLength(1);
});

test('a row of another theme is not mixed in', () => {
  const other = head.replace('civil', 'food');
  const { rejects } = read(
    [
      header,
      `${head},allowances,低保,人,,990101001,60,,,,,`,
      `${other},a,b,,,990101001,1,,,,,`,
    ].join('\n'),
  );
  expect(rejects).toMatchObject([{ line: 3, reason: 'another-theme' }]);
});

test('a table that names no theme is no theme, and says what is missing', () => {
  for (const text of [
    '',
    '<html>',
    'a,b\n1,2',
    `${header}\n,,,,,allowances,低保,人,,990101001,60`,
  ]) {
    const { document, rejects } = read(text);
    expect(document).toBeNull();
    expect(rejects[0]).toMatchObject({ reason: 'no-theme' });
  }
});

test('a table that breaks off in a quote says where', () => {
  const { document, rejects } = read(`${header}\n"civil`);
  expect(document).toBeNull();
  expect(rejects).toMatchObject([{ reason: 'no-table', detail: expect.stringMatching(/quote/i) }]);
});

test('what an office program saved in GB18030 is read', () => {
  const gb18030 = Buffer.from('d6f7cce2b4fac2eb', 'hex');
  const { rejects } = themeOfTable(gb18030);
  expect(rejects[0]!.reason).toBe('no-theme');
  const table = Buffer.concat([
    gb18030,
    Buffer.from(',themeName,source,asOf,goodForHours,indicator,areaCode,value\ncivil,'),
    Buffer.from('c3f1d5fe', 'hex'),
    Buffer.from(',x,2026-05-04 09:00,24,a,990101,7'),
  ]);
  expect(themeOfTable(table).document).toMatchObject({ theme: 'civil', name: '民政' });
});
