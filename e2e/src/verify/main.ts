/** `npm test`: installs what tests need, then runs every check: static, unit, database on both engines, browser. */
import { installTestTools } from './install-test-tools.ts';
import { runChecks, runCommand } from './run-command.ts';
import { staticChecks } from './static-checks.ts';

await installTestTools();
const passed = await runChecks([
  ...staticChecks,
  { title: 'unit and database tests', run: () => runCommand('vitest', ['run']) },
  {
    title: 'the whole system in a browser',
    run: () => runCommand('playwright', ['test', '--config', 'e2e/playwright.config.ts']),
  },
]);
process.exitCode = passed ? 0 : 1;
