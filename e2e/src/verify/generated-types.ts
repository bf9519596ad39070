import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot, runCommand } from './run-command.ts';

const generated = ['gis-server/src/graphql/generated.ts', 'command-center/src/gis/generated'];

/** Generates the GraphQL types again and fails where that changes a file: schema and types have drifted apart. */
export async function generatedTypesAreCurrent(): Promise<number> {
  const before = fingerprints();
  const code = await runCommand('graphql-codegen', ['--config', 'codegen.ts', '--errors-only']);
  if (code !== 0) return code;
  const after = fingerprints();
  const drifted = [...after.keys()].filter((file) => before.get(file) !== after.get(file));
  for (const file of drifted) console.log(`  out of date, now written anew: ${file}`);
  return drifted.length === 0 ? 0 : 1;
}

function fingerprints(): Map<string, string> {
  const files = generated.flatMap((path) => {
    const full = join(repositoryRoot, path);
    if (!existsSync(full)) return [];
    return statSync(full).isDirectory()
      ? readdirSync(full).map((name) => join(full, name))
      : [full];
  });
  return new Map(
    files.map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}
