import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repositoryRoot } from './run-command.ts';

/** One deliberate violation a wall: a wall that cannot fail is none. */
const violations: [file: string, rule: string, source: string][] = [
  ['gis-server/src/a.ts', 'no-restricted-imports', "import { x } from 'video-gateway';\nx();\n"],
  [
    'video-gateway/src/a.ts',
    'no-restricted-imports',
    "import { x } from 'grid-data/simulator';\nx();\n",
  ],
  ['command-center/src/a.ts', 'no-restricted-imports', "import { x } from 'gis-server';\nx();\n"],
  [
    'command-center/src/b.ts',
    'no-restricted-imports',
    "import { x } from 'grid-data/generate';\nx();\n",
  ],
  ['tiles/src/a.ts', 'no-restricted-imports', "import { x } from 'gis-server';\nx();\n"],
  ['grid-data/src/import/a.ts', 'no-restricted-imports', "import { x } from 'tiles';\nx();\n"],
  ['grid-data/src/domain/a.ts', 'no-restricted-imports', "import { x } from 'node:fs';\nx();\n"],
  ['e2e/src/a.ts', 'no-restricted-imports', "import { x } from 'gis-server';\nx();\n"],
  ['tiles/src/c.ts', 'no-cycle', "import { d } from './d.ts';\nexport const c = () => d();\n"],
  ['tiles/src/long.ts', 'max-lines', 'export const a = 1;\n'.concat('// x\n'.repeat(400))],
  [
    'tiles/src/wide.ts',
    'max-params',
    'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => a + b + c + d + e;\n',
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'walls-'));
let report = '';

beforeAll(() => {
  cpSync(join(repositoryRoot, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [file, , source] of violations) write(file, source);
  write('tiles/src/d.ts', "import { c } from './c.ts';\nexport const d = () => c();\n");
  const oxlint = join(repositoryRoot, 'node_modules', '.bin', 'oxlint');
  report = spawnSync(oxlint, ['--format', 'unix'], { cwd: folder, encoding: 'utf8' }).stdout;
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(violations)('%s is caught by %s', (file, rule) => {
  const lines = report.split('\n').filter((line) => line.includes(file));
  expect(lines.join('\n')).toContain(rule);
});

function write(file: string, source: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), source);
}
