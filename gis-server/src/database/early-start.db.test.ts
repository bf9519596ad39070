import { freePort } from '#launcher/free-port.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { breakableLine } from './testing/breakable-line.ts';
import { describeOnBothEngines } from './testing/test-database.ts';

const sources = join(import.meta.dirname, '..');

describeOnBothEngines('a program that starts before its database', (db) => {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-eye-early-'));
  writeFileSync(join(folder, 'internal.key'), 'k'.repeat(64));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    { entry: 'seeding/main.ts', args: ['--empty'], sign: /^step an empty city/ },
    { entry: 'main.ts', args: [], sign: /^ready gis-server / },
  ])('says that it waits and goes on when it serves: $entry', async ({ entry, args, sign }) => {
    const line = await breakableLine(db.url);
    line.close();
    const env = {
      ...process.env,
      CLOUD_EYE_DATA: folder,
      CLOUD_EYE_PORT: String(await freePort(28_080, new Set())),
      DATABASE_URL: line.url,
    };
    const child = spawn(process.execPath, [join(sources, entry), ...args], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toContain('waiting for the database to serve');
    const again = await breakableLine(db.url, Number(new URL(line.url).port));
    const said: string[] = [];
    while (!said.some((text) => sign.test(text))) {
      const { done, value } = await lines.next();
      if (done === true) break;
      said.push(value);
    }
    expect(said.join('\n')).toMatch(sign);
    child.kill('SIGTERM');
    await ended;
    again.close();
  });
});
