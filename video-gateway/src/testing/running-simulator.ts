/** The city simulator as a process of its own: no code of it runs inside a test. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../grid-data/src/simulator/main.ts', import.meta.url));

export const simulatorKeys = { appKey: 'key-of-the-test', appSecret: 'secret-of-the-test' };

export type RunningSimulator = {
  url: string;
  fault(change: object): Promise<void>;
  status(): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
};

export async function runSimulator(ports: {
  http: number;
  rtsp: number;
  ingest?: number;
}): Promise<RunningSimulator> {
  const url = `http://127.0.0.1:${ports.http}`;
  const simulator = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      SIMULATOR_PORT: String(ports.http),
      SIMULATOR_RTSP_PORT: String(ports.rtsp),
      SIMULATOR_APP_KEY: simulatorKeys.appKey,
      SIMULATOR_APP_SECRET: simulatorKeys.appSecret,
      ...(ports.ingest === undefined ? {} : { RTMP_INGEST_PORT: String(ports.ingest) }),
    },
  });
  await Promise.race([
    once(simulator.stdout, 'data'),
    once(simulator, 'exit').then(() => {
      throw new Error('the simulator ended before it served: is one of its ports taken?');
    }),
  ]);
  return {
    url,
    fault: async (change) => {
      const reply = await fetch(`${url}/control/faults`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(change),
      });
      if (!reply.ok) throw new Error(`no such switch: ${await reply.text()}`);
    },
    status: async () =>
      (await (await fetch(`${url}/control/status`)).json()) as Record<string, unknown>,
    stop: async () => {
      const gone = once(simulator, 'exit');
      simulator.kill('SIGTERM');
      await gone;
    },
  };
}
