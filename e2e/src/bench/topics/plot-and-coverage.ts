/**
 * What is plotted by one until another has it, line and answer included; and how long the hall waits for what its
 * cameras see of the roads, and for where the next ones should stand: of a county and of one of its towns, as a newcomer
 * starts it, on the embedded database.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { timed } from '../big-city.ts';
import { median, promiseRow, promiseRows, type Bench, type BenchRow } from '../bench-row.ts';
import { City } from '../../client/city.ts';
import { JournalListener } from '../../client/journal-listener.ts';
import type { SessionClient } from '../../client/session-client.ts';
import { givenOrOwnStack } from '../../stack/given-stack.ts';

const promisedPlot = [1_000, 'ms'] as const;
/** Nobody waits longer for an answer without going away. */
const promisedCoverage = [10_000, 'ms'] as const;

const save = `mutation ($input: PlotInput!) { savePlot(input: $input) { plot { id } } }`;
const plotsOf = `query ($incidentId: ID!) { plots(incidentId: $incidentId) { id shape } }`;
const coverage = `query ($areaCode: String!) { coverage(areaCode: $areaCode) {
  stepMeters roads { meters onlineMeters } byHour unseen dark unseenRoads { roadId } unseenPlaces { id } } }`;
const sites = `query ($areaCode: String!) {
  siteSuggestions(areaCode: $areaCode, count: 5, heightMeters: 6, rangeMeters: 150) { gainMeters } }`;

export const bench: Bench = async ({ quick }) => {
  const { stack, stop } = await givenOrOwnStack({ env: { SIMULATOR_INCIDENTS_PER_HOUR: '0' } });
  const city = new City(stack);
  try {
    return [
      ...promiseRows(
        'a plot, until another has it',
        await plotTogether(city, quick ? 10 : 100),
        promisedPlot,
      ),
      ...(await coverageRows(await city.as('duty-officer'), quick ? 1 : 3)),
    ];
  } finally {
    await stop();
  }
};

/** Two sessions on one incident; the other asks as a page does: when the journal tells it. */
async function plotTogether(city: City, tries: number): Promise<number[]> {
  const [officer, other] = [await city.as('duty-officer'), await city.as('shift-leader')];
  const [camera] = await city.cameras();
  const { longitude, latitude } = camera!.position;
  const report = { classCode: 'E0102', title: '标绘', longitude, latitude };
  const incidentId = await city.report('acceptor', report);
  const listener = await JournalListener.open(other);
  const took: number[] = [];
  try {
    for (let i = 0; i < tries; i += 1) {
      const id = crypto.randomUUID();
      const shape = { type: 'Point', coordinates: [longitude + i * 0.0001, latitude] };
      const input = { commandId: crypto.randomUUID(), id, incidentId, version: 0 };
      const heard = listener.rows.length;
      const from = performance.now();
      const saved = officer.get(save, {
        input: { ...input, kind: 'symbol', symbol: 'fire', color: 'red', shape },
      });
      while (listener.rows.length === heard) await sleep(1);
      const { plots } = await other.get<{ plots: { id: string }[] }>(plotsOf, { incidentId });
      took.push(performance.now() - from);
      await saved;
      if (!plots.some((plot) => plot.id === id))
        throw new Error('the other does not have the plot');
    }
  } finally {
    listener.close();
  }
  return took;
}

async function coverageRows(officer: SessionClient, tries: number): Promise<BenchRow[]> {
  const { area } = await officer.get<{ area: { code: string; children: { code: string }[] } }>(
    '{ area { code children { code } } }',
  );
  const rows: BenchRow[] = [];
  for (const [name, areaCode] of [
    ['the county', area.code],
    ['a town', area.children[0]!.code],
  ] as const) {
    for (const [what, question] of [
      ['what cameras see of the roads of', coverage],
      ['five sites for', sites],
    ] as const) {
      const took: number[] = [];
      for (let i = 0; i < tries; i += 1) {
        took.push((await timed(() => officer.get(question, { areaCode })))[0]);
      }
      const [promised, unit] = promisedCoverage;
      rows.push(promiseRow(`${what} ${name}, median`, [median(took), promised], unit));
    }
  }
  return rows;
}
