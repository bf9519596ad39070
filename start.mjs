#!/usr/bin/env node
// Stage 0: runs on Node 20 with nothing installed, brings the packages in, then hands over to the Node 24
// among them. Plain JavaScript, because Node 20 cannot read TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const node24 = join(root, 'node_modules', '.bin', 'node');

const verbs = {
  start: 'gis-server/src/launcher/main.ts',
  seed: 'gis-server/src/launcher/seed.ts',
  import: 'grid-data/src/import/command/main.ts',
  test: 'e2e/src/verify/main.ts',
  check: 'e2e/src/verify/check.ts',
  bench: 'e2e/src/bench/main.ts',
  faults: 'e2e/src/faults/main.ts',
  soak: 'e2e/src/soak/main.ts',
  'read-mark': 'video-gateway/src/packaging/mark/main.ts',
};

const [given, ...rest] = process.argv.slice(2);
const verb = given && given in verbs ? given : 'start';
const args = given && given in verbs ? rest : process.argv.slice(2);

if (packagesAreOld()) install();

const path = `${dirname(node24)}:${process.env.PATH ?? ''}`;
const child = spawn(node24, [join(root, verbs[verb]), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path, CLOUD_EYE_STARTED_AT: String(Date.now()) },
});
// Ctrl-C in a terminal reaches the child by itself, a signal sent to this process alone does not. The launcher stops
// once however often it is told; the others are left to the terminal, for to them a second one means "at once".
process.on('SIGINT', () => {
  if (verb === 'start') child.kill('SIGINT');
});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
child.on('error', (error) => {
  console.error(`cannot run ${node24}: ${error.message}\nDelete node_modules and try again.`);
  process.exit(1);
});

/** npm writes this file at the end of each install, so it tells how old the installed packages are. */
function packagesAreOld() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(marker) || !existsSync(node24)) return true;
  return statSync(join(root, 'package-lock.json')).mtimeMs > statSync(marker).mtimeMs + 1000;
}

function install() {
  console.log('• installing packages (npm ci) …');
  const began = Date.now();
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (done.status !== 0) {
    console.error('npm ci failed: see the lines above. The npm registry must be reachable once.');
    process.exit(1);
  }
  console.log(`✓ packages installed in ${((Date.now() - began) / 1000).toFixed(0)} s`);
}
