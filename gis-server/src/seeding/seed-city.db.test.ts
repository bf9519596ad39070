import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedEmptyCity } from './seed-city.ts';

describeOnBothEngines('an empty city', (db) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'cloud-eye-empty-'));
  beforeAll(() =>
    seedEmptyCity({ database: db.database, dataFolder, now: db.clock.now(), say: () => {} }),
  );
  afterAll(() => rmSync(dataFolder, { recursive: true }));

  it('has a department for each class of incidents to go to', async () => {
    const [row] = await db.database.inScope(systemViewer(), (reading) =>
      reading.query(sql`-- Which classes go to nobody?
        select count(*) as classes, count(*) filter (where departments.code is null) as orphans
        from incident_classes left join departments on departments.code = department_code`),
    );
    expect(row).toEqual({ classes: expect.any(Number), orphans: 0 });
    expect(row).not.toMatchObject({ classes: 0 });
  });

  it('has one administrator, whose password npm start prints', () => {
    const listed = readFileSync(join(dataFolder, 'demo-accounts.json'), 'utf8');
    expect(JSON.parse(listed)).toEqual([
      { role: 'administrator', area: '—', name: 'admin', password: expect.any(String) },
    ]);
  });
});
