/** `npm test`: installs what tests need, then runs every check: static, unit, database on both engines, browser. */
import { installTestTools } from './install-test-tools.ts';
import { runChecks } from './run-command.ts';
import { staticChecks } from './static-checks.ts';
import { browserTests, testsSideBySide } from './test-checks.ts';

await installTestTools();
process.exitCode = (await runChecks([...staticChecks, testsSideBySide, browserTests])) ? 0 : 1;
