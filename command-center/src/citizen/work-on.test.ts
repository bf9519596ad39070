import { createHash } from 'node:crypto';
import { proofText, provesWork } from 'grid-data';
import { expect, test } from 'vitest';
import { workOn } from './work-on.ts';

test('the number that is found proves the work', async () => {
  const { challenge, nonce } = await workOn({ challenge: 'from a server', bits: 8 });
  const hash = createHash('sha256').update(proofText(challenge, nonce)).digest();
  expect(provesWork(hash, 8)).toBe(true);
});
