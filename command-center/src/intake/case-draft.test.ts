import { expect, test } from 'vitest';
import { emptyCase, keepCaseDraft, readCaseDraft } from './case-draft.ts';

test('a call written down survives a reload, and is gone once it is sent', () => {
  const position = { longitude: 111.7, latitude: 27.7 };
  keepCaseDraft({ ...emptyCase, name: '张三丰', position, photoIds: ['p1'] });
  const kept = { source: 'hotline', name: '张三丰', photoIds: ['p1'] };
  expect(readCaseDraft()).toMatchObject(kept);
  expect(localStorage).toHaveLength(0); // a person's number stays with the open page
  keepCaseDraft(null);
  expect(readCaseDraft()).toBeNull();
});

test('a draft that is none begins empty', () => {
  sessionStorage.setItem('cloud-eye.new-case', '{');
  expect(readCaseDraft()).toBeNull();
});
