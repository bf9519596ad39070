import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'command-center',
  'grid-data/src/domain',
  'grid-data/src/index.ts',
  'package-lock.json',
];

/** Builds the page where its sources changed since the last build. Returns whether it built. */
export async function buildClient(root: string): Promise<boolean> {
  const stampFile = join(root, '.run', 'client-build.stamp');
  const stamp = fingerprint(root);
  const built = existsSync(join(root, 'command-center', 'dist', 'index.html'));
  if (built && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  await runBuild(root);
  mkdirSync(join(root, '.run'), { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}

function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, join(root, source));
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      if (name !== 'node_modules' && name !== 'dist') addTo(hash, join(path, name));
    }
  } else hash.update(path).update(readFileSync(path));
}

function runBuild(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const build = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: join(root, 'command-center'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [build.stdout, build.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    }
    build.once('error', reject);
    build.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the page could not be built:\n${output}`)),
    );
  });
}
