/** A peer that this machine lacks is a row of the result, and one that is missed: nobody takes silence for a comparison. */
import { existsSync } from 'node:fs';
import { benchRow, type BenchRow } from '../bench-row.ts';
import { findMediaMtx } from './media-mtx.ts';
import { nginxModule } from './peers.ts';

export function absentRows(): BenchRow[] {
  const mediaMtx = findMediaMtx();
  const absent = {
    'nginx-rtmp': existsSync(nginxModule) ? null : 'apt-get install nginx-light libnginx-mod-rtmp',
    MediaMTX: 'absentBecause' in mediaMtx ? mediaMtx.absentBecause : null,
  };
  return Object.entries(absent).flatMap(([peer, why]) => {
    if (why === null) return [];
    const said = { case: `${peer} is absent: ${why}`, ours: 0, peer: 1 };
    return [benchRow({ ...said, peerName: 'it runs beside ours', unit: 'servers' }, '>=', 1)];
  });
}
