/**
 * The server is killed (kill -9) again and again while people report cases and move them on, each saying a command
 * again until it is answered: what was answered is stored, once, and a case stands where its acts have brought it.
 */
import { Accounts } from '#access/accounts.ts';
import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { freePort } from '#launcher/free-port.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';

const kills = process.env['SLOW_TESTS'] === '1' ? 50 : 2;
const peopleAtOnce = 4;
const password = 'a long enough secret';
const name = 'officer-1';

type Answer = { data?: Record<string, { id: string; version: number }> | null; errors?: unknown[] };

describeOnBothEngines('a server that is killed', (db) => {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-eye-killed-'));
  let port = 0;
  let server: ChildProcess | null = null;
  const url = () => `http://127.0.0.1:${port}`;

  const start = async (): Promise<void> => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'main.ts')], {
      env: {
        ...process.env,
        DATABASE_URL: db.url,
        CLOUD_EYE_DATA: folder,
        CLOUD_EYE_PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    server = child;
    for await (const said of child.stdout!) if (String(said).includes('ready gis-server')) break;
    child.stdout!.resume();
  };
  const kill = async (): Promise<void> => {
    server?.kill('SIGKILL');
    if (server && server.signalCode === null) await once(server, 'exit');
  };

  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    await new Accounts({ database: db.database, clock: db.clock }).create(
      viewerAt('990101', 'administrator'),
      {
        ...{ commandId: randomUUID(), name, displayName: name, password },
        ...{ role: 'duty-officer', areaCode: '990101', departmentCode: null },
      },
    );
    writeFileSync(join(folder, 'internal.key'), 'k'.repeat(40));
    port = await freePort(28_180, new Set());
    await start();
  });
  afterAll(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Said again with the same words until somebody answers; how often it was said. */
  const sayUntilAnswered = async (
    cookie: string,
    query: string,
    input: object,
  ): Promise<{ answer: Answer; said: number }> => {
    for (let said = 1; ; said += 1) {
      try {
        const response = await fetch(`${url()}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: url(), cookie },
          body: JSON.stringify({ query, variables: { input } }),
        });
        const answer = (await response.json()) as Answer;
        if (response.ok && !answer.errors) return { answer, said };
        if (response.status < 500 && !unavailable(answer)) throw new Refused(answer);
      } catch (error) {
        if (error instanceof Refused) throw error;
      }
      await sleep(100);
    }
  };

  it(
    `${kills} times loses and doubles nothing that was answered`,
    { timeout: 1_200_000 },
    async () => {
      const cookie = await signIn(url());
      const answered: { report: string; move: string; id: string }[] = [];
      let again = 0;
      const over = new AbortController();

      const person = async (): Promise<void> => {
        while (!over.signal.aborted) {
          const report = randomUUID();
          const reported = await sayUntilAnswered(cookie, reportDocument, {
            commandId: report,
            classCode: 'E0102',
            position: { longitude: 9.93, latitude: 50.001 },
          });
          const { id, version } = reported.answer.data!['reportIncident']!;
          const move = randomUUID();
          const moved = await sayUntilAnswered(cookie, moveDocument, {
            ...{ commandId: move, id, version, move: 'accept' },
          });
          expect(moved.answer.data!['moveIncident']).toMatchObject({ id, version: version + 1 });
          again += reported.said + moved.said - 2;
          answered.push({ report, move, id });
        }
      };
      const people = Array.from({ length: peopleAtOnce }, person);
      for (let left = kills; left > 0; left -= 1) {
        const before = answered.length;
        // In the middle of the work, each time somewhere else in it.
        while (answered.length < before + 2) await sleep(20);
        await sleep(Math.random() * 120);
        await kill();
        await start();
      }
      over.abort();
      await Promise.all(people);

      expect(again).toBeGreaterThan(0);
      const rows = await db.database.inScope(systemViewer(), (read) =>
        read.query<{ commandId: string; kind: string }>(sql`-- Which acts are stored?
          select command_id as "commandId", kind from journal
          where kind in ('incident.reported', 'incident.moved') and command_id is not null`),
      );
      const said = answered.flatMap(({ report, move }) => [report, move]);
      expect(rows.map(({ commandId }) => commandId).sort()).toEqual(said.sort());
      const cases = await db.database.inScope(systemViewer(), (read) =>
        read.query<{ id: string; state: string; version: number }>(sql`-- Where do they stand?
          select id::text as id, state, version from incidents
          where id = any(${answered.map(({ id }) => id)}::uuid[])`),
      );
      expect(cases).toHaveLength(answered.length);
      for (const each of cases) expect(each).toMatchObject({ state: 'accepted', version: 2 });
    },
  );
});

class Refused extends Error {
  constructor(answer: Answer) {
    super(JSON.stringify(answer));
  }
}

function unavailable({ errors }: Answer): boolean {
  return JSON.stringify(errors ?? []).includes('UNAVAILABLE');
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name, password }),
  });
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}

const reportDocument =
  'mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { id version } }';
const moveDocument =
  'mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) { id version } }';
