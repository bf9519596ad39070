/** `npm run import`: reads a file, uploads it to the running stack and keeps what was not taken. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '#domain/domain-error.ts';
import { readImportCommand, usage, type ImportCommand } from './command-line.ts';
import { importKinds } from '../import-kinds.ts';
import { exitCodes, ImportReport } from './import-report.ts';
import { helpOf, missingFields } from './kind-help.ts';
import { ProgressBar } from './progress-bar.ts';
import { readFile } from '../read-file.ts';
import { RejectFile } from './reject-file.ts';
import type { SourceRow } from '../source-row.ts';
import { signIn, upload } from './upload.ts';

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(`✗ ${(error as Error).message}`);
  process.exitCode = exitCodes.failed;
}

async function run(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    const kind = importKinds.find((known) => args.includes(known));
    console.log(kind === undefined ? usage : helpOf(kind));
    return exitCodes.allTaken;
  }
  const command = readImportCommand(args);
  const size = sizeOf(command.file);
  const target = findTarget(command);
  const cookie = await signIn(target.url, target.name, target.password);
  const { rows, bytesRead } = await readFile(command.file);
  const bar = new ProgressBar(size, bytesRead);
  const rejects = new RejectFile(`${command.file}.rejected.csv`);
  const report = new ImportReport(command, bar, rejects);
  try {
    await upload({
      url: target.url,
      cookie,
      command,
      rows: warnOfColumns(command, rows, (warning) => bar.note(`! ${warning}`)),
      onEvent: (event) => report.hear(event),
    });
  } finally {
    bar.end();
    await rejects.close();
  }
  const { lines, exitCode } = report.conclude();
  for (const line of lines) console.log(line);
  return exitCode;
}

function sizeOf(file: string): number {
  if (!existsSync(file)) throw new DomainError('not-found', `no such file: ${file}`);
  const about = statSync(file);
  if (!about.isFile()) throw new DomainError('invalid-input', `${file} is no file`);
  if (about.size === 0) throw new DomainError('invalid-input', `${file} is empty`);
  return about.size;
}

/** A column that is not there, or is not known by its name, is told once and not only row by row. */
async function* warnOfColumns(
  { kind, file }: ImportCommand,
  rows: AsyncIterable<SourceRow>,
  warn: (text: string) => void,
): AsyncGenerator<SourceRow> {
  let isFirst = true;
  for await (const row of rows) {
    const columns = Object.keys(row.fields);
    const missing = isFirst ? missingFields(kind, columns) : [];
    if (missing.length > 0) {
      warn(`${file} has no ${missing.join(', ')} but: ${columns.join(', ').slice(0, 200)}`);
      warn(`names that are understood: npm run import -- ${kind} --help`);
    }
    isFirst = false;
    yield row;
  }
}

type Target = { url: string; name: string; password: string };

/** The stack that runs here unless the command names another, and its administrator unless it names an account. */
function findTarget(command: ImportCommand): Target {
  const file = process.env['STACK_FILE'] ?? join('.run', 'stack.json');
  const stack = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as {
        url: string;
        accounts: (Target & { role: string })[];
      })
    : null;
  const url = command.url ?? stack?.url;
  if (url === undefined) {
    throw new DomainError(
      'unavailable',
      'no stack runs here (npm start): name its address with --url',
    );
  }
  const wanted = stack?.accounts.find(({ name, role }) =>
    command.account === null ? role === 'administrator' : name === command.account,
  );
  const name = command.account ?? wanted?.name;
  const password = process.env['CLOUD_EYE_PASSWORD'] ?? wanted?.password;
  if (name !== undefined && password !== undefined) return { url, name, password };
  throw new DomainError(
    'not-signed-in',
    'name an account with --account and its password in CLOUD_EYE_PASSWORD',
  );
}
