/** `npm start`: sets up, seeds and runs the whole stack until Ctrl-C. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './launch.ts';
import { readOptions, usage } from './options.ts';
import { consoleProgress } from './progress.ts';
import { endLeftovers } from './leftovers.ts';
import { readRunningStack } from './stack-file.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const stackFile = process.env['STACK_FILE'] ?? join(root, '.run', 'stack.json');
const progress = consoleProgress();

if (process.argv.includes('--help')) {
  progress.say(usage);
} else {
  const running = readRunningStack(stackFile);
  if (running !== null) {
    progress.say(`Cloud Eye runs already: ${running.url} (launcher ${running.pids['launcher']})`);
    process.exitCode = 1;
  } else await run();
}

async function run(): Promise<void> {
  try {
    endLeftovers(stackFile, (line) => progress.say(`! ${line}`));
    const options = readOptions(process.argv.slice(2), process.env);
    await launch({
      root,
      stackFile,
      options,
      progress,
      accounts: () => demoAccounts(options.dataFolder),
    });
  } catch (error) {
    progress.say(`✗ ${(error as Error).message}`);
    process.exitCode = 1;
  }
}

function demoAccounts(dataFolder: string) {
  const file = join(dataFolder, 'demo-accounts.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}
