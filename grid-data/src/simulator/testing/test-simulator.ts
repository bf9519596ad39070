import { readConfig } from '../config.ts';
import type { RunningSimulator } from '../simulator.ts';
import { startSimulator } from '../simulator.ts';
import { testKeys } from './platform-client.ts';

/** A simulator of its own for a test file, on free ports, with the built-in test cameras. */
export function startTestSimulator(env: Record<string, string> = {}): Promise<RunningSimulator> {
  return startSimulator(
    readConfig({
      SIMULATOR_PORT: '0',
      SIMULATOR_RTSP_PORT: '0',
      SIMULATOR_APP_KEY: testKeys.appKey,
      SIMULATOR_APP_SECRET: testKeys.appSecret,
      ...env,
    }),
  );
}
