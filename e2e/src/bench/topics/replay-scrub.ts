/**
 * A day dragged through: how long until the page has a stretch of two hours, out of a journal of a million rows of that
 * day, beside reading the same rows of the journal as they are; and how long the page takes from the handle to the
 * picture.
 */
import type pg from 'pg';
import { chromium, type Page } from 'playwright-core';
import { benchRow, median, promiseRows, type Bench, type BenchRow } from '../bench-row.ts';
import { openBigCity, timed, type BigCity } from '../big-city.ts';
import { HallPage } from '../../../pages/hall.page.ts';

const hourMs = 3_600_000;
const stretchMs = 2 * hourMs;
const promisedStretch = [500, 'ms'] as const;
/** Twice as long as an eye forgives. */
const promisedPicture = [100, 'ms'] as const;
const promisedRatio = 1;

/** A day of the county: one row in fifty tells of a case, the others of cameras. Triggers write the spans as ever. */
const fillJournal = `
  with head as (select head from journal_counter),
  cases as (select id, area_code, row_number() over (order by id) - 1 as n, count(*) over () as cases from incidents),
  watched as (select id, area_code, row_number() over (order by id) - 1 as n, count(*) over () as cameras from cameras),
  made as (select i, head + i as seq, now() - interval '24 hours' + i * interval '24 hours' / $1::int as at
    from head, generate_series(1, $1::int) as i)
  insert into journal (seq, at, kind, area_code, subject_kind, subject_id, payload)
  select made.seq, made.at, case made.i % 3 when 0 then 'incident.acknowledged' else 'incident.moved' end,
    cases.area_code, 'incident', cases.id::text,
    case made.i % 3 when 0 then '{"v": 1}'::jsonb
      else '{"v": 1, "from": "reported", "to": "accepted", "departmentCode": null, "note": null}' end
  from made join cases on cases.n = (made.i / 50) % cases.cases where made.i % 50 = 0
  union all
  select made.seq, made.at, 'camera.state-changed', watched.area_code, 'camera', watched.id,
    '{"v": 1, "from": "online", "to": "offline", "reason": null}'
  from made join watched on watched.n = made.i % watched.cameras where made.i % 50 <> 0`;

const rowsOfStretch = `select seq, at, kind, subject_id, payload from journal where at between $1 and $2 order by seq`;

const question = `query ($areaCode: String!, $from: DateTime!, $to: DateTime!) {
  replay(areaCode: $areaCode, from: $from, to: $to) { incidents cameras units duty acts wall plots cut } }`;

export const bench: Bench = async ({ quick }) => {
  const city = await openBigCity(1);
  try {
    await fill(city.client, quick ? 50_000 : 1_000_000);
    const stretches = await measureStretches(city);
    return [
      ...promiseRows('a stretch of two hours', stretches.ours, promisedStretch),
      stretchRow(stretches),
      ...promiseRows('from the handle to the picture', await dragThroughDay(city), promisedPicture),
    ];
  } finally {
    await city.close();
  }
};

function stretchRow({ ours, peer }: { ours: number[]; peer: number[] }): BenchRow {
  const peerName = 'the journal rows of the same time, as they are';
  const measured = { case: 'a stretch of two hours, median', peerName, unit: 'ms' };
  return benchRow({ ...measured, ours: median(ours), peer: median(peer) }, '<=', promisedRatio);
}

async function fill(client: pg.Client, rows: number): Promise<void> {
  await client.query('begin');
  await client.query(fillJournal, [rows]);
  await client.query('update journal_counter set head = head + $1', [rows]);
  await client.query('commit');
  await client.query('analyze journal; analyze incident_spans');
}

async function measureStretches({ officer, client }: BigCity) {
  const { area } = await officer.get<{ area: { code: string } }>('{ area { code } }');
  const ours: number[] = [];
  const peer: number[] = [];
  const now = Date.now();
  for (let from = now - 24 * hourMs; from < now; from += stretchMs / 4) {
    const [start, end] = [new Date(from), new Date(Math.min(now, from + stretchMs))];
    const variables = { areaCode: area.code, from: start.toISOString(), to: end.toISOString() };
    ours.push((await timed(() => officer.get(question, variables)))[0]);
    peer.push((await timed(() => client.query(rowsOfStretch, [start, end])))[0]);
  }
  return { ours, peer };
}

/** Through the day and back, a quarter of an hour at a time; the way back finds every stretch there. */
async function dragThroughDay(city: BigCity): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const hall = new HallPage(page, { url: city.url, accounts: city.accounts, addresses: {} });
    await hall.open('duty-officer', { layers: 'areas,incidents' });
    await drag(page);
    return await drag(page);
  } finally {
    await browser.close();
  }
}

/** Milliseconds from each change of the handle to the frame in which the cases of then stand beside the map. */
const drag = (page: Page) =>
  page.evaluate<number[]>(`(async () => {
    const handle = document.querySelector('footer input[type="range"]');
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const took = [];
    for (let minute = 15; minute < 1440; minute += 15) {
      const from = performance.now();
      setValue.call(handle, String(1440 - minute));
      handle.dispatchEvent(new Event('input', { bubbles: true }));
      const until = from + 60_000;
      while (performance.now() < until) {
        await frame();
        const shown = document.querySelector('[data-picture-at]')?.dataset.pictureAt;
        const asked = document.querySelector('[data-replay]')?.dataset.replay;
        if (shown !== undefined && shown === asked) break;
      }
      took.push(performance.now() - from);
    }
    return took;
  })()`);
