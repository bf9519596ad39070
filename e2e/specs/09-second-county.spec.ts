import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HallPage } from '../pages/hall.page.ts';
import {
  ownDepartment,
  secondCounty,
  writeSecondCounty,
  type CountyFiles,
} from '../fixtures/second-county.ts';
import { SessionClient } from '../src/client/session-client.ts';
import { runImport } from '../src/stack/run-import.ts';
import { accountOf, startStack, type RunningStack } from '../src/stack/stack.ts';
import { anyPhoto, expect, keepPicture, test } from '../fixtures/test.ts';

const password = 'wanghu county 2026';

test.describe('a county that is not the demo', () => {
  let own: RunningStack;
  let files: CountyFiles;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    own = await startStack({ args: ['--empty', '--port', '18180'] });
  });
  test.afterAll(() => own.stop());

  test('is brought in by its files, and its own camera plays', async ({ page, stack, city }) => {
    test.setTimeout(300_000);
    const demoCamera = (await city.cameras()).find(
      ({ state, kind }) => state === 'online' && kind === 'fixed',
    );
    const rtsp = await simulatedRtsp(stack.addresses['simulator'] ?? '');
    files = writeSecondCounty({
      folder: join(own.folder, 'files'),
      streamAddress: `${rtsp}/camera/${demoCamera?.id}`,
      password,
    });
    await bring('areas', files.areas, 'cgcs2000');
    await bring('grid-cells', files.gridCells, 'cgcs2000');
    const components = await bring('city-components', files.cityComponents, 'gcj02', 3);
    expect(components).toContain('100 rows stored, 3 rows rejected');
    const rejected = readFileSync(`${files.cityComponents}.rejected.csv`, 'utf8');
    expect(rejected).toMatch(/102,"not-finite"/);
    expect(rejected).toMatch(/103,"unknown-class"/);
    expect(rejected).toMatch(/104,"outside-every-area"/);
    await bring('cameras', files.cameras, 'wgs84', 3);
    expect(readFileSync(`${files.cameras}.rejected.csv`, 'utf8')).toContain(
      'forbidden-place-class',
    );
    await bring('places', files.places, 'cgcs2000');
    await bring('units', files.units, 'cgcs2000');
    await bring('departments', files.departments);
    await bring('grid-workers', files.gridWorkers);
    await bring('accounts', files.accounts);

    const hall = new HallPage(page, own);
    const account = { name: 'duty.wanghu', password };
    const client = await SessionClient.signIn(own.url, account);
    const { camera } = await client.get<{
      camera: { position: { longitude: number; latitude: number }; bearingDeg: number };
    }>('{ camera(id: "gate-1") { bearingDeg position { longitude latitude } } }');
    const { longitude, latitude } = camera.position;
    await hall.openAs(account, { at: [longitude, latitude], metersPerPixel: 0.6 });
    await expect(hall.areaName).toContainText(secondCounty.name);
    const window = hall.cameraWindow('gate-1');
    await hall.clickMiddleUntil(window);
    await hall.choosePurpose(window);
    await hall.untilMoving(window);
    await keepPicture(page, 'second-county.png');
  });

  test('is searched and scoped like any other', async () => {
    const monitor = await as('monitor.wanghu');
    const { search } = await monitor.get<{ search: { title: string }[] }>(
      '{ search(text: "whx") { title } }',
    );
    expect(search.map(({ title }) => title)).toContain('望湖县第一小学');
    const { area } = await monitor.get<{
      area: { code: string; counts: { cityComponents: number } };
    }>('{ area { code counts { cityComponents } } }');
    expect(area).toEqual({ code: `${secondCounty.code}001`, counts: { cityComponents: 50 } });
    const { gridCell } = await monitor.get<{
      gridCell: { workers: { displayName: string; post: string }[] };
    }>(
      'query ($code: ID!) { gridCell(gridSystem: "governance", code: $code) { workers { displayName post } } }',
      { code: `${secondCounty.code}001001001` },
    );
    expect(gridCell.workers).toEqual([
      { displayName: '张一', post: 'A' },
      { displayName: '李二', post: 'B' },
    ]);
  });

  test('is worked like any other: a case goes from its report to its end', async () => {
    const worker = await as('worker.a');
    const [position] = await ownComponents(worker);
    const { reportIncident } = await worker.get<{ reportIncident: Case }>(
      `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { ${caseFields} } }`,
      { input: { commandId: randomUUID(), classCode: 'C0118', address: '桥头路 3 号', position } },
    );
    let now = reportIncident;
    const take = async (
      name: string,
      [move, to]: readonly [string, string],
      more: Partial<Move> = {},
    ) => {
      const { id, version } = now;
      const mover = await as(name);
      const answer = await mover.get<{ moveIncident: Case }>(
        `mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) { ${caseFields} } }`,
        { input: { commandId: randomUUID(), id, version, move, ...more } },
      );
      now = answer.moveIncident;
      expect(now.state).toBe(to);
    };
    await take('accept.wanghu', ['accept', 'accepted']);
    await take('shift.wanghu', ['register', 'registered']);
    expect(now.caseNo).toMatch(new RegExp(`^${secondCounty.code}\\d{13}$`));
    // Without a department named it goes to the one of its class, which every county has.
    await take('dispatch.wanghu', ['dispatch', 'dispatched']);
    expect(now.departmentCode).toBe('municipal-works');
    await take('works.wanghu', ['return', 'registered'], { note: '路灯由路灯管理所负责' });
    await take('dispatch.wanghu', ['dispatch', 'dispatched'], { departmentCode: ownDepartment });
    const lamps = await as('lamps.wanghu');
    const { incidents } = await lamps.get<{ incidents: { nodes: { id: string }[] } }>(
      'query ($code: String!) { incidents(within: { areaCode: $code }) { nodes { id } } }',
      { code: secondCounty.code },
    );
    expect(incidents.nodes).toEqual([{ id: now.id }]);
    await take('lamps.wanghu', ['sign', 'processing']);
    const photoIds = [await lamps.sendPhoto(readFileSync(anyPhoto))];
    await take('lamps.wanghu', ['feed-back', 'feedback'], { photoIds });
    await take('accept.wanghu', ['send-to-check', 'checking']);
    await take('worker.a', ['check-passed', 'checked']);
    await take('shift.wanghu', ['close', 'closed'], { closingConditionMet: true });
    const duty = await as('duty.wanghu');
    const { search } = await duty.get<{ search: { kind: string; id: string }[] }>(
      'query ($text: String!) { search(text: $text) { kind id } }',
      { text: now.caseNo?.slice(6) },
    );
    expect(search).toContainEqual({ kind: 'incident', id: now.id });
  });

  test('empty stands on the screen as empty before anything is in', async ({ page }) => {
    const empty = await startStack({ args: ['--empty', '--port', '18280'] });
    try {
      const hall = new HallPage(page, empty);
      await hall.signIn(accountOf(empty, 'administrator'));
      await expect(page.locator('[data-empty-city]')).toContainText('npm run import -- areas');
      await keepPicture(page, 'empty.png');
    } finally {
      await empty.stop();
    }
  });

  const as = (name: string) => SessionClient.signIn(own.url, { name, password });

  async function bring(kind: string, file: string, datum?: string, code = 0): Promise<string> {
    const args = [kind, file, ...(datum === undefined ? [] : ['--datum', datum])];
    const done = await runImport(args, { STACK_FILE: join(own.folder, 'stack.json') });
    expect(done.code, `${kind}: ${done.output}`).toBe(code);
    return done.output;
  }
});

type Case = {
  id: string;
  version: number;
  state: string;
  caseNo: string | null;
  departmentCode: string | null;
};
type Move = {
  departmentCode: string;
  note: string;
  closingConditionMet: boolean;
  photoIds: readonly string[];
};
const caseFields = 'id version state caseNo departmentCode';

/** Where the components of the worker's own village stand. */
async function ownComponents(worker: SessionClient) {
  const { area, ...answer } = await worker.get<{
    area: { code: string };
    cityComponents: { nodes: { position: { longitude: number; latitude: number } }[] };
  }>(
    `query ($code: String!) { area { code }
      cityComponents(within: { areaCode: $code }) { nodes { position { longitude latitude } } } }`,
    { code: `${secondCounty.code}001001` },
  );
  expect(area.code).toBe(`${secondCounty.code}001001`);
  return answer.cityComponents.nodes.map(({ position }) => position);
}

/** The RTSP door of the demo's simulator, which the listing of its open ports tells. */
async function simulatedRtsp(simulator: string): Promise<string> {
  const answer = await fetch(`${simulator}/control/status`);
  const status = (await answer.json()) as { rtspUrl?: string };
  expect(status.rtspUrl, 'the simulator tells where its cameras stream').toBeTruthy();
  return status.rtspUrl ?? '';
}
