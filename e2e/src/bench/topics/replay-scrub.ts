/**
 * A day dragged through: how long until the page has a stretch of two hours, out of a journal of a million rows of that
 * day, beside reading the same rows of the journal as they are; and how long the page takes from the handle to the
 * cases of then, and to the frame that shows them, beside two frames of the same map being moved: here a processor
 * paints them, in a hall a graphics card.
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
/** The frame that shows a picture may come one later than a mere move's. */
const promisedFrames = 1.5;

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
      ...pictureRows(await dragThroughDay(city)),
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

function pictureRows({ told, shown, moved }: Drag): BenchRow[] {
  const peerName = 'two frames of the map being moved';
  const measured = { case: 'from the handle to its frame, median', peerName, unit: 'ms' };
  return [
    ...promiseRows('from the handle to the cases of then', told, promisedPicture),
    benchRow({ ...measured, ours: median(shown), peer: median(moved) }, '<=', promisedFrames),
  ];
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

/** In milliseconds from each change of the handle: until the page says what stood then, and until the frame after. */
type Drag = { told: number[]; shown: number[]; moved: number[] };

/** Twice through the day, a quarter of an hour at a time; the second time finds every stretch there. */
async function dragThroughDay(city: BigCity): Promise<Drag> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const hall = new HallPage(page, { url: city.url, accounts: city.accounts, addresses: {} });
    await hall.open('duty-officer', { layers: 'areas,incidents' });
    const moved = await move(page);
    await drag(page);
    return { ...(await drag(page)), moved };
  } finally {
    await browser.close();
  }
}

const frames = `const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));`;

const move = (page: Page) =>
  page.evaluate<number[]>(`(async () => {
    ${frames}
    const took = [];
    for (let step = 0; step < 40; step += 1) {
      const key = step % 2 === 0 ? 'ArrowRight' : 'ArrowLeft';
      const from = performance.now();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true }));
      await frame();
      await frame();
      took.push(performance.now() - from);
    }
    return took;
  })()`);

const drag = (page: Page) =>
  page.evaluate<Omit<Drag, 'moved'>>(`(async () => {
    ${frames}
    const handle = document.querySelector('footer input[type="range"]');
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const asked = () => document.querySelector('[data-replay]')?.dataset.replay;
    const untilOther = (before) => new Promise((resolve) => {
      const stands = () => {
        const shown = document.querySelector('[data-picture-at]')?.dataset.pictureAt;
        return shown !== undefined && shown === asked() && shown !== before;
      };
      const done = () => {
        watch.disconnect();
        clearTimeout(late);
        resolve();
      };
      const watch = new MutationObserver(() => stands() && done());
      const late = setTimeout(done, 60_000);
      watch.observe(document.body, { subtree: true, childList: true, attributes: true });
      if (stands()) done();
    });
    const told = [];
    const shown = [];
    for (let minute = 15; minute < 1440; minute += 15) {
      const before = asked();
      const from = performance.now();
      setValue.call(handle, String(1440 - minute));
      handle.dispatchEvent(new Event('input', { bubbles: true }));
      await untilOther(before);
      told.push(performance.now() - from);
      await frame();
      shown.push(performance.now() - from);
    }
    return { told, shown };
  })()`);
