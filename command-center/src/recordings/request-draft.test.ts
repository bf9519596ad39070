import { expect, test } from 'vitest';
import { emptyDraft, faultOf, type RequestDraft } from './request-draft.ts';

const sound: RequestDraft = {
  ...emptyDraft(new Date('2026-11-23T08:00:00Z')),
  caseNo: 'A-1',
  cameras: [{ id: 'c-1', title: 'corner' }],
  reason: 'a stolen bicycle',
};

test('a whole draft may be sent', () => {
  expect(faultOf(sound)).toBeNull();
  expect(faultOf({ ...sound, caseNo: '', incident: { id: 'i', title: 'fight' } })).toBeNull();
});

test.each([
  [{ caseNo: ' ' }, 'case-missing'],
  [{ cameras: [] }, 'too-many-cameras'],
  [{ windowTo: sound.windowFrom }, 'window-length'],
  [{ windowTo: '' }, 'window-length'],
  [{ reason: 'x' }, 'reason-missing'],
  [{ emergency: true }, 'emergency-needs-incident'],
  [{ applicant: 'guardian' as const }, 'applicant-name'],
])('%o is told before it is sent: %s', (change, fault) => {
  expect(faultOf({ ...sound, ...change })).toBe(fault);
});
