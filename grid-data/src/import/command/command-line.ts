import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { datums, type Datum } from '#domain/coordinate-systems.ts';
import { DomainError } from '#domain/domain-error.ts';
import { importKinds, importRules, type ImportKind } from '../import-kinds.ts';

export type ImportCommand = {
  kind: ImportKind;
  file: string;
  datum: Datum;
  dryRun: boolean;
  url: string | null;
  account: string | null;
};

export const usage = `npm run import -- <kind> <file> --datum <datum> [options]
  <kind>        ${importKinds.join(' | ')}
  <file>        .csv (UTF-8, GB18030 or UTF-16, header line first) or .geojson
  --datum       ${datums.join(' | ')} (departments, grid-workers, accounts and regulations need none)
  --dry-run     checks everything, stores nothing
  --help        with a kind: the columns it needs and knows
  --url         address of the page; the stack that runs here where absent
  --account     account to sign in with (permission data.import); its password in
                CLOUD_EYE_PASSWORD; the demo's administrator where absent`;

const datumWords: Record<string, Datum> = {
  'wgs-84': 'wgs84',
  'epsg:4490': 'cgcs2000',
  'epsg:4326': 'wgs84',
  'epsg:4546': 'epsg4546',
  'gcj-02': 'gcj02',
  'bd-09': 'bd09',
};

export function readImportCommand(args: string[]): ImportCommand {
  const { values, positionals } = parse(args);
  const [kindWord, file, ...more] = positionals;
  if (kindWord === undefined || file === undefined || more.length > 0) {
    throw new DomainError('invalid-input', usage);
  }
  const kind = importKinds.find((known) => known === kindWord);
  if (kind === undefined) {
    throw new DomainError(
      'invalid-input',
      `unknown kind "${kindWord}": one of ${importKinds.join(', ')}`,
    );
  }
  return {
    kind,
    // npm runs us in its own folder and keeps where the person stood.
    file: resolve(process.env['INIT_CWD'] ?? '.', file),
    datum: datumOf(kind, values.datum),
    dryRun: values['dry-run'] ?? false,
    url: values.url ?? null,
    account: values.account ?? null,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        datum: { type: 'string' },
        'dry-run': { type: 'boolean' },
        url: { type: 'string' },
        account: { type: 'string' },
      },
    });
  } catch (error) {
    throw new DomainError('invalid-input', `${(error as Error).message}\n${usage}`, {
      cause: error,
    });
  }
}

/** The datum is declared, never guessed: a wrong guess moves a city by half a kilometre. */
function datumOf(kind: ImportKind, word: string | undefined): Datum {
  if (word === undefined) {
    if (importRules[kind].geometry === 'none') return 'cgcs2000';
    throw new DomainError('invalid-input', `--datum is needed: one of ${datums.join(', ')}`);
  }
  const datum =
    datums.find((known) => known === word.toLowerCase()) ?? datumWords[word.toLowerCase()];
  if (datum !== undefined) return datum;
  throw new DomainError('invalid-input', `unknown datum "${word}": one of ${datums.join(', ')}`);
}
