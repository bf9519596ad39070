/** The thread in which sights are worked out, so that nobody who asks the server waits for them. */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReliefRaster } from 'tiles';
import { computeSight, knownBuilding, type Terrain } from './compute-sight.ts';
import type { ComputedSight, SightJob } from './sight-job.ts';

const terrain = terrainOf(workerData as ReliefRaster | null);

parentPort?.on('message', ({ cameras, buildings }: SightJob) => {
  const nearby = buildings.map(knownBuilding);
  const answers: ComputedSight[] = cameras.flatMap(
    (camera) => computeSight(camera, terrain, nearby) ?? [],
  );
  parentPort?.postMessage(answers, []);
});

function terrainOf(relief: ReliefRaster | null): Terrain | null {
  if (relief === null) return null;
  const { heightsM, ...frame } = relief;
  const bytes = new Uint8Array(heightsM.buffer, heightsM.byteOffset, heightsM.byteLength);
  const digest = createHash('sha1').update(JSON.stringify(frame)).update(bytes).digest('base64url');
  return { relief, digest };
}
