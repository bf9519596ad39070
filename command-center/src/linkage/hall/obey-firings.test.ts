import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EffectOutcome } from 'grid-data';
import { forgetJournal, tellEntry } from '#journal/journal-state.ts';
import { dragCamera, mapModel, openCamera } from '#map/map-model.ts';
import { heardFirings, newsByRule } from './heard-firings.ts';
import { obeyFirings } from './obey-firings.ts';

const county = '431382';
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

const camera = (cameraId: string, refusal: string | null = null) => ({
  ...{ cameraId, refusal, relation: 'sees', distanceMeters: 10, longitude: 111, latitude: 27 },
});
const opens = (...ids: string[]): EffectOutcome => ({
  ...{ kind: 'open-cameras', state: 'done', refusal: null },
  cameras: ids.map((id) => camera(id)),
});
const sounds: EffectOutcome = { kind: 'sound', state: 'done', refusal: null, chime: 'by-grade' };
const focuses: EffectOutcome = { kind: 'focus', state: 'done', refusal: null };

type Fired = { at?: string; area?: string; grade?: number; rule?: string; trigger?: string };

function fire(id: string, incidentId: string, outcomes: EffectOutcome[], fired: Fired = {}): void {
  const {
    at = ago(0),
    area = county,
    grade = 3,
    rule = 'r',
    trigger = 'incident.reported',
  } = fired;
  const cause = { firingId: id, ruleId: rule, ruleVersion: 1, ruleName: rule, ruleAreaCode: area };
  const what = { triggerKind: trigger, incidentId, grade, title: 'a stall', count: 1, outcomes };
  tellEntry({
    ...{ seq: 1, kind: 'linkage.fired', at, position: { longitude: 111, latitude: 27 } },
    payload: { ...cause, triggerSeq: 7, ...what },
  } as never);
}
const row = (kind: string, payload: object, incident: object | null = null) =>
  tellEntry({ seq: 2, kind, at: ago(0), payload, incident } as never);
const acknowledge = (id: string) => row('incident.acknowledged', {}, { id, seen: true });

const windows = () => mapModel.get().openCameras.map(({ cameraId }) => cameraId);
const hall = {
  areaCode: county,
  sound: vi.fn(),
  fly: vi.fn(),
  mayMove: vi.fn(() => true),
  isUnseen: (incident: object) => !('seen' in incident),
};
let stop = () => {};

beforeEach(() => {
  vi.clearAllMocks();
  mapModel.set({ openCameras: [], selection: null });
  stop = obeyFirings(hall);
});
afterEach(() => {
  stop();
  forgetJournal();
});

test('what a rule opens names the firing and the incident, so that the register can', () => {
  fire('f', 'i', [opens('a', 'b'), sounds, focuses]);
  expect(mapModel.get().openCameras.map(({ basis }) => basis)).toEqual([
    { incidentId: 'i', linkageFiringId: 'f' },
    { incidentId: 'i', linkageFiringId: 'f' },
  ]);
  expect(hall.sound.mock.calls).toEqual([[3, null]]);
  expect(hall.fly.mock.calls).toEqual([[[111, 27]]]);
  expect(mapModel.get().selection).toMatchObject({ kind: 'incident', id: 'i' });
});

test('a camera that is refused never opens; where nobody is on duty the window opens to say so', () => {
  const refused = { kind: 'open-cameras', state: 'refused', refusal: 'nobody-on-duty' } as const;
  fire('f', 'i', [
    { ...refused, cameras: [camera('a', 'purpose-not-filed'), camera('b', 'nobody-on-duty')] },
  ]);
  expect(windows()).toEqual(['b']);
});

test('what is refused does nothing: quiet hours open nothing, move nothing and are silent', () => {
  const quiet = { state: 'refused', refusal: 'quiet-hours' } as const;
  fire('f', 'i', [
    { kind: 'open-cameras', ...quiet },
    { kind: 'sound', ...quiet, chime: 'by-grade' },
    { kind: 'focus', ...quiet },
  ]);
  expect(windows()).toEqual([]);
  expect(hall.sound).not.toHaveBeenCalled();
  expect(hall.fly).not.toHaveBeenCalled();
  expect(heardFirings.get().firings).toHaveLength(1);
});

test('a town’s rule leaves the county’s hall alone, the county’s rule reaches the town', () => {
  fire('f', 'i', [opens('a'), sounds], { area: '431382001' });
  expect(windows()).toEqual([]);
  expect(heardFirings.get().firings).toEqual([]);
  stop();
  stop = obeyFirings({ ...hall, areaCode: '431382001' });
  fire('g', 'j', [opens('b')], { area: '' });
  expect(windows()).toEqual(['b']);
});

test('a word that waited for a broken line opens and sounds nothing, and is told all the same', () => {
  fire('f', 'i', [opens('a'), sounds], { at: ago(90) });
  expect(windows()).toEqual([]);
  expect(hall.sound).not.toHaveBeenCalled();
  expect(newsByRule(heardFirings.get().firings)).toHaveLength(1);
});

test('the graver keeps the screen until somebody has seen it, then the next takes its place', () => {
  fire('f', 'grave', [opens('a')], { grade: 1 });
  fire('g', 'light', [opens('b')], { grade: 4 });
  expect(windows()).toEqual(['a']);
  acknowledge('grave');
  expect(windows()).toEqual(['b']);
});

test('windows of before give way; those that a person opened or moved stay, and go on as theirs', () => {
  openCamera({ cameraId: 'own', basis: { dutyPurpose: 'traffic' }, reason: null, position: null });
  fire('f', 'i', [opens('a', 'moved', 'own')]);
  dragCamera('moved', { x: 1, y: 1 });
  fire('g', 'j', [opens('b')]);
  expect(windows()).toEqual(['own', 'moved', 'b']);
  expect(mapModel.get().openCameras[0]?.basis).toEqual({ dutyPurpose: 'traffic' });
});

test('two rules for one incident open what both ask for', () => {
  fire('f', 'i', [opens('a')], { rule: 'one' });
  fire('g', 'i', [opens('b')], { rule: 'two' });
  expect(windows()).toEqual(['a', 'b']);
});

test('what somebody has seen before the rule’s word came opens nothing', () => {
  acknowledge('i');
  fire('f', 'i', [opens('a')]);
  expect(windows()).toEqual([]);
  fire('g', 'i', [opens('a')], { trigger: 'incident.overdue' });
  expect(windows()).toEqual(['a']);
});

test('nobody’s map is moved from under the hand', () => {
  hall.mayMove.mockReturnValueOnce(false);
  fire('f', 'i', [focuses]);
  expect(hall.fly).not.toHaveBeenCalled();
});

test('a storm is one line that counts, and what the server did meanwhile is told in it', () => {
  const turning: EffectOutcome = { kind: 'turn-cameras', state: 'pending', refusal: null };
  fire('f', 'i', [opens('a'), turning]);
  fire('g', 'j', [opens('b')]);
  const merged = (firingId: string, count: number) =>
    row('linkage.merged', {
      ...{ firingId, count, ruleId: 'r', ruleVersion: 1, ruleName: 'r', ruleAreaCode: '' },
      ...{ triggerSeq: 7, lastSeq: 9 },
    });
  merged('f', 700);
  merged('g', 300);
  const [news, ...others] = newsByRule(heardFirings.get().firings);
  expect(others).toEqual([]);
  expect(news?.count).toBe(1000);
  const outcome = { ...turning, state: 'done', told: ['c1', 'c2'] };
  row('linkage.carried-out', {
    ...{ firingId: 'f', ruleId: 'r', ruleVersion: 1, ruleName: 'r', ruleAreaCode: '' },
    ...{ triggerSeq: 7, outcome },
  });
  expect(heardFirings.get().firings.find(({ id }) => id === 'f')?.outcomes[1]).toEqual(outcome);
});
