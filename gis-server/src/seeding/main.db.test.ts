import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { afterAll, expect, it } from 'vitest';
import { markSeed } from './seed-state.ts';

describeOnBothEngines('the seeding', (db) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'cloud-eye-seeding-'));
  afterAll(() => rmSync(dataFolder, { recursive: true }));

  const seed = async (...options: string[]) => {
    const env = { DATABASE_URL: db.url, CLOUD_EYE_DATA: dataFolder };
    const file = join(import.meta.dirname, 'main.ts');
    const child = spawn(process.execPath, [file, ...options], { env });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await ended, said, complained };
  };

  it('begins a county of its own, and lays no demo into it later', async () => {
    expect(await seed('--empty')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/city own$/m),
    });
    const again = await seed();
    expect(again).toMatchObject({ code: 0, said: expect.stringMatching(/city own$/m) });
    expect(again.said).toContain('the demo is not added');
  });

  it('does not call the demo an empty city', async () => {
    await markSeed(db.database, { state: 'seeded', city: 'demo' });
    expect(await seed()).toMatchObject({ code: 0, said: expect.stringMatching(/city demo$/m) });
    const { code, complained } = await seed('--empty');
    expect(code).toBe(1);
    expect(complained).toContain('an empty city needs another place');
  });
});
