import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { gatewayId } from '#link/gateway-id.ts';

const fail = (message: string): never => {
  throw new Error(message);
};
const aFolder = () => mkdtempSync(join(tmpdir(), 'gateway-id-'));

it('is the same after a restart, and another in another folder', () => {
  const file = join(aFolder(), 'deep', 'gateway-id');
  const first = gatewayId(file, fail);
  expect(gatewayId(file, fail)).toBe(first);
  expect(gatewayId(join(aFolder(), 'gateway-id'), fail)).not.toBe(first);
});

it('is made anew where a crash left half of it', () => {
  const file = join(aFolder(), 'gateway-id');
  writeFileSync(file, '3f2a');
  const made = gatewayId(file, fail);
  expect(made).toHaveLength(36);
  expect(gatewayId(file, fail)).toBe(made);
});

it('serves this run where the disk takes nothing more, and says so', () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'file'), '');
  const said: string[] = [];
  expect(
    gatewayId(join(folder, 'file', 'gateway-id'), (message) => said.push(message)),
  ).toHaveLength(36);
  expect(said).toHaveLength(1);
});
