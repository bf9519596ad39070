/** One demo city for all specs; CLOUD_EYE_STACK names the stack file of one that runs already. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { startStack } from './stack.ts';

export const sharedStackFile = join(import.meta.dirname, '..', '..', 'output', 'stack.json');

export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env['CLOUD_EYE_STACK'];
  if (given !== undefined) {
    const known = JSON.parse(readFileSync(given, 'utf8')) as object;
    writeShared(JSON.stringify({ ...known, stackFile: resolve(given) }));
    return async () => {};
  }
  // Incidents come when a spec reports them, not by the simulated city's own life.
  const env = { SIMULATOR_INCIDENTS_PER_HOUR: '0' };
  const stack = await startStack({ args: ['--port', '18080'], env });
  console.log(stack.output());
  const { url, addresses, pids, accounts, folder } = stack;
  const stackFile = join(folder, 'stack.json');
  writeShared(JSON.stringify({ url, addresses, pids, accounts, folder, stackFile }));
  return async () => {
    await stack.stop();
  };
}

function writeShared(text: string): void {
  mkdirSync(dirname(sharedStackFile), { recursive: true });
  writeFileSync(sharedStackFile, text, { mode: 0o600 });
}
