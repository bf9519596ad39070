/** `npm run check`: format, lint, types, drift, unused code and the unit tests. */
import { runChecks, runCommand } from './run-command.ts';
import { staticChecks } from './static-checks.ts';

const unit = {
  title: 'unit tests',
  run: () => runCommand('vitest', ['run', '--project', '!gis-server-db']),
};
process.exitCode = (await runChecks([...staticChecks, unit])) ? 0 : 1;
