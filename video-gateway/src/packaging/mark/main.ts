/** npm run read-mark -- <file>…: whose looks the pictures of a saved clip were given to. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { MarkReader, type FoundMark } from '#packaging/mark/read-marks.ts';

const files = process.argv.slice(2);
/** npm runs its scripts in the repository, whichever folder they are asked for in. */
const callerFolder = process.env['INIT_CWD'] ?? process.cwd();
if (files.length === 0) {
  console.error('npm run read-mark -- <file>…');
  process.exit(2);
}
for (const file of files) {
  try {
    report(file, await marksOf(file));
  } catch (error) {
    console.error(`${file}: ${(error as Error).message}`);
    process.exitCode = 2;
  }
}

async function marksOf(file: string): Promise<readonly FoundMark[]> {
  const reader = new MarkReader();
  for await (const piece of createReadStream(resolve(callerFolder, file)))
    reader.push(piece as Buffer);
  reader.end();
  return reader.found;
}

function report(file: string, marks: readonly FoundMark[]): void {
  if (marks.length === 0) {
    console.log(`${file}: no mark; a clip that was coded anew has none`);
    process.exitCode ||= 1;
  }
  for (const { viewId, userId, issuedAt, times } of marks) {
    const issued = new Date(issuedAt * 1000).toISOString();
    console.log(`${file}: view ${viewId}, account ${userId}, issued ${issued}, ${times} times`);
  }
}
