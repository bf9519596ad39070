/** What a pulled and packaged camera costs: ours in one process that does nothing else, beside a ffmpeg for each and MediaMTX. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '../../verify/run-command.ts';
import { benchRow, promiseRow, type BenchRow } from '../bench-row.ts';
import { endProcess, spawnOn } from './media-processes.ts';
import { startMediaMtxPulls } from './media-mtx.ts';
import { usedBy } from './process-figures.ts';
import { firstLine, startCameras } from './rtsp-cameras.ts';

type PullCost = { corePercent: number; rssBytes: number };
type PeerCost = PullCost & { name: string };

const warmUpSeconds = 5;
const ffmpeg = 'ffmpeg -c copy to fMP4, one each';

export async function pullRows(quick: boolean): Promise<BenchRow[]> {
  const seconds = quick ? 6 : 20;
  const rows: BenchRow[] = [];
  for (const cameras of quick ? [20] : [20, 100]) {
    const source = await startCameras(seconds + warmUpSeconds + 60);
    try {
      const ours = await measureOurs(source.url, { cameras, seconds });
      const peers = [
        await measureFfmpeg(source.url, { cameras, seconds }),
        await measureMediaMtx(source.url, { cameras, seconds }),
      ].filter((peer) => peer !== null);
      rows.push(...rowsOf(cameras, ours, peers));
    } finally {
      await source.close();
    }
  }
  return rows;
}

function rowsOf(cameras: number, ours: PullCost, peers: readonly PeerCost[]): BenchRow[] {
  const core = `pull and packaging, ${cameras} cameras`;
  const memory = `memory of each of ${cameras} cameras, the process included`;
  const each = ({ rssBytes }: PullCost) => rssBytes / 1e6 / cameras;
  return [
    promiseRow(core, [ours.corePercent, 0.2 * cameras], '% of a core'),
    ...peers.flatMap((peer) => [
      benchRow(
        {
          ...{ case: core, ours: ours.corePercent, peer: peer.corePercent },
          ...{ peerName: peer.name, unit: '% of a core' },
        },
        '<=',
        1,
      ),
      benchRow(
        {
          ...{ case: memory, ours: each(ours), peer: each(peer) },
          ...{ peerName: peer.name, unit: 'MB' },
        },
        '<=',
        peer.name === ffmpeg ? 0.3 : 1,
      ),
    ]),
  ];
}

type Amount = { cameras: number; seconds: number };

async function measureOurs(url: string, { cameras, seconds }: Amount): Promise<PullCost> {
  const program = join(repositoryRoot, 'video-gateway/src/testing/pull-cost.ts');
  const urls = Array.from({ length: cameras }, () => url);
  const pull = spawnOn('served', [process.execPath, program, String(seconds), ...urls], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told = JSON.parse(await firstLine(pull)) as {
    corePercent: number;
    rssMegabytes: number;
    ended: number;
  };
  if (told.ended > 0) throw new Error(`${told.ended} pulls ended`);
  return { corePercent: told.corePercent, rssBytes: told.rssMegabytes * 2 ** 20 };
}

async function measureFfmpeg(url: string, amount: Amount): Promise<PeerCost> {
  const words = [
    ...['ffmpeg', '-v', 'error', '-rtsp_transport', 'tcp', '-i', url, '-c', 'copy'],
    ...['-f', 'mp4', '-movflags', 'frag_keyframe+empty_moov', '-y', '/dev/null'],
  ];
  const pulls = Array.from({ length: amount.cameras }, () =>
    spawnOn('served', words, { stdio: 'ignore' }),
  );
  return { name: ffmpeg, ...(await costOf(pulls, amount.seconds)) };
}

/** It packages low-latency HLS, as ours packages the fragments that such a playlist is made of. */
async function measureMediaMtx(url: string, amount: Amount): Promise<PeerCost | null> {
  const folder = mkdtempSync(join(tmpdir(), 'media-mtx-'));
  try {
    const started = await startMediaMtxPulls(folder, { url, cameras: amount.cameras });
    if (started === null) return null;
    const cost = await costOf([started.process], amount.seconds);
    return { name: `${started.name}, all packaged`, ...cost };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of processes that pull by now; ends them. */
async function costOf(pulls: readonly ChildProcess[], seconds: number): Promise<PullCost> {
  const used = () =>
    pulls
      .map(({ pid }) => usedBy(pid!))
      .reduce((sum, one) => ({
        cpuMs: sum.cpuMs + one.cpuMs,
        rssBytes: sum.rssBytes + one.rssBytes,
        descriptors: sum.descriptors + one.descriptors,
      }));
  await sleep(warmUpSeconds * 1000);
  const [before, beganAt] = [used(), performance.now()];
  await sleep(seconds * 1000);
  const [after, endedAt] = [used(), performance.now()];
  await Promise.all(pulls.map(endProcess));
  const corePercent = ((after.cpuMs - before.cpuMs) * 100) / (endedAt - beganAt);
  return { corePercent, rssBytes: after.rssBytes };
}
