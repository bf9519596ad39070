/**
 * What the exchange link carries between two processes, by itself and under TLS: no cameras, no viewers. Prints one
 * line of JSON.
 *
 *   node video-gateway/src/testing/exchange-cost.ts <seconds> <streams> <kbit/s of each>
 */
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ExchangeDoor, type EdgeLine } from '#exchange/edge/exchange-door.ts';
import { readAuthority, readEdgeCertificate } from '#exchange/exchange-certificates.ts';
import { UnitFrameReader } from '#exchange/unit-frame.ts';
import { ExchangeDialler, type VideoLine } from '#exchange/video/exchange-dialler.ts';
import { StreamOutlet } from '#exchange/video/stream-outlet.ts';
import { h264Config } from '#media/h264.ts';
import { parameterSets } from '#testing/camera/clip.ts';
import { TestAuthority } from '#testing/certificates.ts';

const key = 'a-key-for-measurements-of-the-link-only';
const picturesPerSecond = 25;
const picturesPerGroup = 50;
const warmUpMs = 2_000;
/** One clock for both processes, in milliseconds. */
const now = () => performance.timeOrigin + performance.now();

const words = process.argv.slice(2);
if (words[0] === 'video-side') playVideoSide(words[1]!, words[2]!, words.slice(3).map(Number));
else await measure(words.map(Number));

async function measure([seconds = 0, streams = 0, kbitPerSecond = 0]: readonly number[]) {
  if (!(seconds > 0 && streams > 0 && kbitPerSecond > 0)) {
    console.error('usage: node exchange-cost.ts <seconds> <streams> <kbit/s of each>');
    process.exit(2);
  }
  const folder = mkdtempSync(join(tmpdir(), 'exchange-cost-'));
  const authority = new TestAuthority(folder, 'authority');
  const { certFile, keyFile } = authority.issue('IP:127.0.0.1');
  const line = Promise.withResolvers<EdgeLine>();
  const door = new ExchangeDoor({
    config: { bind: '127.0.0.1', port: 0, key, tls: readEdgeCertificate(certFile, keyFile) },
    onError: (message) => console.error(message),
    onLine: line.resolve,
  });
  await door.listen();
  const self = fileURLToPath(import.meta.url);
  const asked = [door.port, authority.caFile, streams, kbitPerSecond].map(String);
  const video = fork(self, ['video-side', ...asked], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const counted = countFrames(await line.promise);
  await new Promise((resolve) => setTimeout(resolve, warmUpMs));
  counted.begin();
  video.send('begin');
  const [cpuBefore, beganAt] = [process.cpuUsage(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const wallMs = performance.now() - beganAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  const told = once(video, 'message');
  video.send('end');
  const [ofVideo] = (await told) as [{ cpuMs: number; leftOut: number }];
  console.log(
    JSON.stringify({
      ...{ streams, seconds: wallMs / 1000 },
      mbitPerSecond: (counted.bytes * 8) / 1000 / wallMs,
      picturesPerSecond: (counted.latenciesMs.length * 1000) / wallMs,
      leftOut: ofVideo.leftOut,
      latencyMs: {
        median: quantile(counted.latenciesMs, 0.5),
        p95: quantile(counted.latenciesMs, 0.95),
      },
      edgeCorePercent: (user + system) / 10 / wallMs,
      videoCorePercent: (ofVideo.cpuMs * 100) / wallMs,
    }),
  );
  video.kill();
  door.close();
  rmSync(folder, { recursive: true });
}

function countFrames(line: EdgeLine) {
  const reader = new UnitFrameReader();
  const counted = {
    bytes: 0,
    latenciesMs: [] as number[],
    begin: () => Object.assign(counted, { bytes: 0, latenciesMs: [] }),
  };
  line.handle({
    onWord: () => undefined,
    onFrame: (frame) => {
      const { unit } = reader.read(frame);
      counted.bytes += frame.length;
      counted.latenciesMs.push(now() - (unit.wall ?? 0));
    },
    onClose: () => undefined,
  });
  return counted;
}

/** Cameras whose pictures fall evenly into the forty milliseconds between two of each. */
function playVideoSide(
  port: string,
  caFile: string,
  [streams = 0, kbitPerSecond = 0]: readonly number[],
) {
  let leftOut = 0;
  new ExchangeDialler({
    config: { url: `wss://127.0.0.1:${port}/exchange`, key, ca: readAuthority(caFile) },
    onError: (message) => console.error(message),
    onLine: (line) => {
      line.handle({ onWord: () => undefined, onFrame: () => undefined, onClose: () => undefined });
      const watched: Pick<VideoLine, 'say' | 'sendFrame' | 'backlogBytes' | 'delayMs'> = {
        say: (word) => {
          if (word.type === 'left-out') leftOut += word.units;
        },
        sendFrame: (frame) => line.sendFrame(frame),
        get backlogBytes() {
          return line.backlogBytes;
        },
        get delayMs() {
          return line.delayMs;
        },
      };
      for (let stream = 1; stream <= streams; stream += 1) {
        const periodMs = 1000 / picturesPerSecond;
        setTimeout(() => play(watched, stream, kbitPerSecond), (periodMs * stream) / streams);
      }
    },
  }).start();
  let cpuBefore = process.cpuUsage();
  process.on('message', (word) => {
    if (word === 'begin') cpuBefore = process.cpuUsage();
    const { user, system } = process.cpuUsage(cpuBefore);
    if (word === 'end') process.send?.({ cpuMs: (user + system) / 1000, leftOut });
  });
}

function play(
  line: ConstructorParameters<typeof StreamOutlet>[0]['line'],
  stream: number,
  kbitPerSecond: number,
): void {
  const outlet = new StreamOutlet({ line, stream, isLive: true, onTooSlow: () => undefined });
  const config = h264Config(...(parameterSets('h264') as [Buffer, Buffer]));
  const size = Math.round((kbitPerSecond * 1000) / 8 / picturesPerSecond);
  const data = Buffer.concat([Buffer.alloc(4), randomBytes(size)]);
  data.writeUInt32BE(size, 0);
  let picture = stream; // key pictures do not fall together
  const [first, beganAt] = [picture, performance.now()];
  const periodMs = 1000 / picturesPerSecond;
  setInterval(() => {
    // A busy machine wakes us late: what is due is sent all the same.
    while (beganAt + (picture - first) * periodMs <= performance.now()) {
      const key = picture % picturesPerGroup === 0;
      const dts = picture * 3_600;
      outlet.take({ track: 'video', key, dts, pts: dts, wall: now(), data, config });
      picture += 1;
    }
  }, periodMs / 2);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
