import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../../verify/run-command.ts';
import { benchKey, benchSession } from './bench-caller.ts';
import { spawnOn } from './media-processes.ts';
import { firstLine } from './rtsp-cameras.ts';

export type TlsDoor = { process: ChildProcess; port: number };

/** gis-server's door to the local network with its hop to a gateway, on the core that is measured. */
export async function startTlsDoor(folder: string, gatewayPort: number): Promise<TlsDoor> {
  const program = join(repositoryRoot, 'gis-server/src/lan/bench/tls-program.ts');
  const words = [folder, `http://127.0.0.1:${gatewayPort}`, benchKey, benchSession];
  const door = spawnOn('served', [process.execPath, program, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await firstLine(door);
  return { process: door, port: Number(line.replace('port ', '')) };
}
