import { expect, test } from 'vitest';
import {
  beginPatrol,
  entriesOfPatrol,
  missingOf,
  noCheck,
  type PatrolDraft,
} from './patrol-draft.ts';

const item = (code: string) => ({ code, nameZh: code, nameEn: code, classCode: null });
const list = {
  code: 'street',
  version: 3,
  kind: 'patrol',
  nameZh: '街面巡查',
  nameEn: 'Street round',
  retiredAt: null,
  items: ['road', 'rubbish', 'water'].map(item),
};
const photo = (id: string) => ({ id, bytes: new ArrayBuffer(1), type: 'image/jpeg' });
const position = { longitude: 10, latitude: 50 };
const words = {
  userId: 'worker',
  title: 'round',
  nameOf: ({ nameEn }: { nameEn: string }) => nameEn,
  classNameOf: (code: string) => `class ${code}`,
  position,
};

const begun = beginPatrol(list, { taskId: 'task', place: 'Long Road', beganAt: 1_000 });
const ok = { ...noCheck, finding: 'ok' as const };
const wrong = { ...noCheck, finding: 'not-ok' as const, note: 'a hole' };

test('a round is complete when it says where, answers each item, and says what is wrong', () => {
  const all = (change: Partial<PatrolDraft>) => missingOf({ ...begun, ...change }, false);
  expect(all({ place: ' ' })).toBe('where');
  expect(all({ checks: { road: ok, rubbish: ok } })).toBe('items');
  const unsaid = { ...noCheck, finding: 'not-ok' as const };
  expect(all({ checks: { road: unsaid, rubbish: ok, water: ok } })).toBe('note');
  const shown = { ...unsaid, photos: [photo('p')] };
  expect(all({ checks: { road: shown, rubbish: ok, water: ok } })).toBeNull();
  const reported = { ...wrong, reportAs: 'E0110' };
  expect(all({ checks: { road: reported, rubbish: ok, water: ok } })).toBe('position');
});

test('what is reported goes before the round, with its own pictures, and the round waits for it', () => {
  const checks = {
    road: { ...wrong, photos: [photo('hole')], reportAs: 'E0110' },
    rubbish: { ...wrong, note: ' ', photos: [photo('heap')] },
    water: ok,
  };
  const entries = entriesOfPatrol({ ...begun, checks }, words);
  expect(entries.map(({ body }) => body.kind)).toEqual(['photo', 'report', 'photo', 'patrol']);
  const [, report, , round] = entries;
  expect(report).toMatchObject({ title: 'class E0110', needs: ['hole'] });
  expect(report!.body).toMatchObject({
    input: { classCode: 'E0110', position, description: 'Street round · Long Road\nroad\na hole' },
  });
  expect(round!.needs).toEqual(['heap', report!.id]);
  expect(round!.body).toEqual({
    kind: 'patrol',
    round: { listCode: 'street', listVersion: 3, taskId: 'task', place: 'Long Road', position },
    beganAt: 1_000,
    photos: ['heap'],
    results: [
      { code: 'road', finding: 'not-ok', note: 'a hole', reportEntry: report!.id, photos: [] },
      { code: 'rubbish', finding: 'not-ok', note: null, reportEntry: null, photos: ['heap'] },
      { code: 'water', finding: 'ok', note: null, reportEntry: null, photos: [] },
    ],
  });
});

test('what was written about an item that is in order after all goes nowhere', () => {
  const checks = {
    road: { ...wrong, finding: 'ok' as const, photos: [photo('x')] },
    rubbish: ok,
    water: ok,
  };
  const entries = entriesOfPatrol({ ...begun, checks }, words);
  expect(entries).toHaveLength(1);
  expect(JSON.stringify(entries)).not.toContain('a hole');
});
