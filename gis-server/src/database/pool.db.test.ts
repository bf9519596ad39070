import { expect, test } from 'vitest';
import { systemViewer } from '#access/viewer.ts';
import { openPool, openPoolWhenUp } from './pool.ts';
import { sql } from './sql.ts';
import { breakableLine } from './testing/breakable-line.ts';
import { describeOnBothEngines } from './testing/test-database.ts';

describeOnBothEngines('the way to the database', (db) => {
  test('a line that breaks under a piece of work fails that work, and the next one goes through', async () => {
    const line = await breakableLine(db.url);
    const { pool } = await openPool(line.url);
    const client = await pool.connect();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    const ended = new Promise((resolve) => client.once('end', resolve));
    line.cut();
    await ended;
    await expect(client.query('select 1')).rejects.toThrow();
    client.release(true);
    expect((await pool.query('select 2 as two')).rows).toEqual([{ two: 2 }]);
    await pool.end();
    line.close();
  });

  test('a statement that fails costs those after it nothing', async () => {
    const refused = () =>
      db.database.write(systemViewer(), (tx) =>
        tx.query(sql`-- A setting without a value
          insert into settings (key, value) values (${'nothing'}, null)`),
      );
    for (let i = 0; i < 40; i += 1) {
      await expect(refused()).rejects.toThrow('null value');
      const [row] = await db.database.inScope(systemViewer(), (reading) =>
        reading.query(sql`-- Which turn is it?
          select ${i}::integer as turn, (select count(*) from settings where key = ${'nothing'}) as kept`),
      );
      expect(row).toEqual({ turn: i, kept: 0 });
    }
  });

  test('a server that starts before its database waits for it and says so once', async () => {
    const line = await breakableLine(db.url);
    line.close();
    const said: string[] = [];
    const opening = openPoolWhenUp(line.url, (text) => said.push(text), 60_000);
    await expect(openPool(line.url)).rejects.toThrow('ECONNREFUSED');
    const again = await breakableLine(db.url, Number(new URL(line.url).port));
    const { pool, engine } = await opening;
    expect(engine).toBe(db.engine);
    expect(said).toEqual(['waiting for the database to serve, 60 s at most']);
    await pool.end();
    again.close();
  });

  test('a database that never serves is not waited for for ever', async () => {
    const line = await breakableLine(db.url);
    line.close();
    await expect(openPoolWhenUp(line.url, () => {}, 300)).rejects.toThrow(
      /did not serve within 0\.3 s: .*ECONNREFUSED/,
    );
  });
});
