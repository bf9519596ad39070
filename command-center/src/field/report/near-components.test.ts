import { expect, test } from 'vitest';
import { emptyDraft } from './report-draft.ts';
import { askedCircle, componentClassOf, nearComponents } from './near-components.ts';
import { entriesOfReport } from './report-entries.ts';

const place = { longitude: 111.67, latitude: 27.69 };
/** So many metres north of the place. */
const at = (serial: string, meters: number, componentClass = '0102') => ({
  ...{ code: `431382${componentClass}${serial}`, name: '污水井盖', state: 'intact' },
  position: { longitude: place.longitude, latitude: place.latitude + meters / 111_195 },
});

test('components of the class near the place are offered, the nearest first', () => {
  const known = [at('000001', 60), at('000002', 5), at('000003', 200), at('000004', 1, '0101')];
  const offered = nearComponents(known, '0102', place);
  expect(offered.map(({ component }) => component.code.slice(-1))).toEqual(['2', '1']);
  expect(offered.map(({ meters }) => Math.round(meters))).toEqual([5, 60]);
});

test('only a class of components is about one', () => {
  expect(componentClassOf({ code: 'C0102', kind: 'component' })).toBe('0102');
  expect(componentClassOf({ code: 'E0102', kind: 'event' })).toBeNull();
});

test('a fix that trembles asks for nothing new', () => {
  const trembled = { ...place, longitude: place.longitude + 0.000_01 };
  expect(askedCircle(trembled)).toEqual(askedCircle(place));
});

test('a report says which component it is about', () => {
  const told = { userId: 'w1', title: '污水井盖', position: place };
  const component = { code: '4313820102000002', name: '污水井盖' };
  const [about] = entriesOfReport({ ...emptyDraft, classCode: 'C0102', component }, told);
  expect(about?.body).toMatchObject({ component, input: { cityComponentCode: component.code } });
  const [none] = entriesOfReport({ ...emptyDraft, classCode: 'C0102' }, told);
  expect(none?.body).toMatchObject({ input: { cityComponentCode: null } });
});
