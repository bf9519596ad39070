import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from './run-command.ts';

const read = (path: string) =>
  JSON.parse(readFileSync(join(repositoryRoot, path), 'utf8')) as Record<string, unknown>;

test.each(['zh-CN', 'en'])('papers and screens call the same things the same: %s', (language) => {
  const paper = read(`gis-server/src/documents/words/${language}.json`);
  const { state, source } = read(`command-center/src/incidents/words/${language}.json`);
  const { move } = read(`command-center/src/desk/words/${language}.json`);
  expect(paper).toEqual({ state, move, source });
});
