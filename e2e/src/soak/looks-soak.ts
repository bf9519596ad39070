/**
 * `npm run soak -- looks [--quick]`: ten thousand looks opened and closed on one gateway, as many as a day of a hall has.
 * Memory and descriptors are read at pauses in which nobody looks and nothing is pulled.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  endProcess,
  freePort,
  makeClip,
  publishClip,
  startGateway,
} from '../bench/video/media-processes.ts';
import { usedBy } from '../bench/video/process-figures.ts';
import { startCameras } from '../bench/video/rtsp-cameras.ts';
import { startViewRegister } from '../bench/video/view-register.ts';
import { repositoryRoot } from '../verify/run-command.ts';
import { growthPerStep } from './growth.ts';
import { watchLiveMemory } from './live-memory.ts';
import { lookOnce } from './one-look.ts';

const quick = process.argv.includes('--quick');
const looks = quick ? 500 : 10_000;
const pauses = quick ? 5 : 20;
const atOnce = 20;
const cameras = 40;
/** Of what is held after its garbage is collected: some objects and their code. */
const mostLiveGrowthMb = 3;
/** A megabyte an hour over the day that the looks stand for; a short run has only the engine's first heap to show. */
const mostGrowthMb = quick ? 60 : 24;

type Sample = { looks: number; liveMb: number; rssMb: number; descriptors: number };

const samples: Sample[] = [];
const failures = new Map<string, number>();
const beganAt = performance.now();
let opened = 0;

const hall = await openHall();
try {
  for (let pause = 1; pause <= pauses; pause += 1) {
    const until = Math.round((looks * pause) / pauses);
    await Promise.all(Array.from({ length: atOnce }, () => lookUntil(until)));
    const sample = await sampleAtRest();
    samples.push(sample);
    console.log(
      `${sample.looks} looks: ${sample.liveMb.toFixed(1)} MB held, ${sample.rssMb.toFixed(1)} MB, ${sample.descriptors} descriptors`,
    );
  }
  tell();
} finally {
  await hall.close();
}

/** Every second camera is pulled, the others push. */
async function openHall() {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'));
  const rtsp = await startCameras(3_600);
  const register = await startViewRegister((id) =>
    Number(id.slice('camera-'.length)) % 2 === 0 ? rtsp.url : 'rtmp://ingest/live/soak',
  );
  const ingestPort = await freePort();
  const inspectorPort = await freePort();
  const gateway = await startGateway({
    ...{ folder, ingestPort },
    registerUrl: register.url,
    environment: { VIDEO_CROWD_FROM: '1' },
    nodeFlags: [`--inspect=127.0.0.1:${inspectorPort}`],
  });
  const memory = await watchLiveMemory(inspectorPort);
  const clip = join(folder, 'clip.flv');
  makeClip(clip, 20);
  const publisher = publishClip(clip, [`rtmp://127.0.0.1:${ingestPort}/live/soak`]);
  await sleep(4_000);
  return {
    ...{ gateway, register, memory },
    close: async () => {
      memory.close();
      await Promise.all([publisher, gateway.process].map(endProcess));
      await rtsp.close();
      register.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function lookUntil(until: number): Promise<void> {
  while (opened < until) {
    opened += 1;
    // Two and two through one camera.
    const { ticket } = hall.register.ticket(`camera-${Math.floor(opened / 2) % cameras}`);
    await lookOnce(hall.gateway.port, ticket, opened).catch((error: Error) => {
      failures.set(error.message, (failures.get(error.message) ?? 0) + 1);
    });
  }
}

/** Pulls end ten seconds after their last viewer. */
async function sampleAtRest(): Promise<Sample> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const health = await (await fetch(`${hall.gateway.url}/healthz`)).json();
    const { views, pulls } = health as { views: number; pulls: number };
    if (views === 0 && pulls === 0) break;
    if (Date.now() > deadline) throw new Error(`${views} views and ${pulls} pulls do not end`);
    await sleep(500);
  }
  await sleep(1_000);
  const { liveMb } = await hall.memory.collect();
  const { rssBytes, descriptors } = usedBy(hall.gateway.process.pid!);
  return { looks: opened, liveMb, rssMb: rssBytes / 1e6, descriptors };
}

function tell(): void {
  // What a process takes at first it keeps: the engine's code and its first heap.
  const settled = samples.slice(Math.ceil(samples.length / 4));
  const growth = (pick: (sample: Sample) => number) =>
    growthPerStep(settled.map(pick)) * (settled.length - 1);
  const liveGrowthMb = growth(({ liveMb }) => liveMb);
  const growthMb = growth(({ rssMb }) => rssMb);
  const descriptors = settled.at(-1)!.descriptors - settled[0]!.descriptors;
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0);
  const seconds = (performance.now() - beganAt) / 1000;
  const unclosed = opened - hall.register.closed;
  const result = { looks, seconds, liveGrowthMb, growthMb, descriptors, failed, unclosed, samples };
  mkdirSync(join(repositoryRoot, 'bench-results'), { recursive: true });
  const file = join(repositoryRoot, 'bench-results', 'soak.json');
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  for (const [message, count] of failures) console.log(`✗ ${count} times: ${message}`);
  console.log(
    `${looks} looks in ${seconds.toFixed(0)} s: held memory grew ${liveGrowthMb.toFixed(1)} MB, resident ${growthMb.toFixed(1)} MB, ` +
      `descriptors ${descriptors}, rows left open ${unclosed}`,
  );
  const isFlat = liveGrowthMb <= mostLiveGrowthMb && growthMb <= mostGrowthMb;
  const borne = isFlat && descriptors === 0 && failed === 0 && unclosed === 0;
  console.log(borne ? '✓ flat' : '✗ not flat');
  process.exitCode = borne ? 0 : 1;
}
