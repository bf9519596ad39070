import { generatedTypesAreCurrent } from './generated-types.ts';
import { runCommand, type Check } from './run-command.ts';

const packages = ['grid-data', 'tiles', 'gis-server', 'video-gateway', 'command-center', 'e2e'];

/** What needs no database and no browser: answers in seconds. */
export const staticChecks: Check[] = [
  { title: 'format', run: () => runCommand('oxfmt', ['--check', '.']) },
  { title: 'lint and walls', run: () => runCommand('oxlint', ['--type-aware']) },
  {
    title: 'types',
    run: async () => {
      const codes = [];
      for (const name of packages) codes.push(await runCommand('tsc', ['-p', name]));
      return Math.max(...codes);
    },
  },
  { title: 'generated types are current', run: generatedTypesAreCurrent },
  { title: 'unused code', run: () => runCommand('knip', ['--no-progress']) },
];
