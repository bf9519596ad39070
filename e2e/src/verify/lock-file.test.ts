import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type LockedPackage = { optionalDependencies?: Record<string, string> };

const root = join(import.meta.dirname, '..', '..', '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

// npm leaves out of the lock what the registry at hand does not carry, and `npm ci` then refuses the
// whole file: a fresh clone could not start.
test('the lock file names the optional packages of every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

function isLocked(path: string, name: string): boolean {
  if (`${path}${path === '' ? '' : '/'}node_modules/${name}` in packages) return true;
  if (path === '') return false;
  const above = path.lastIndexOf('/node_modules/');
  return isLocked(above === -1 ? '' : path.slice(0, above), name);
}
