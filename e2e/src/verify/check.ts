/** `npm run check`: format, lint, types, drift, unused code and the unit tests. */
import { runChecks } from './run-command.ts';
import { staticChecks } from './static-checks.ts';
import { unitTests } from './test-checks.ts';

process.exitCode = (await runChecks([...staticChecks, unitTests])) ? 0 : 1;
