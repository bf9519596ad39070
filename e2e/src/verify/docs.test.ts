import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from './run-command.ts';

const documents = globSync(['*.md', '*/README.md', '*/src/**/README.md'], { cwd: repositoryRoot });
const folders = ['grid-data', 'tiles', 'gis-server', 'video-gateway', 'command-center', 'e2e'];

test('the documents of the house are found', () => {
  expect(documents).toContain('README.md');
  expect(documents).toContain('ARCHITECTURE.md');
});

test.each(documents)('every link of %s leads to a file', (document) => {
  const text = readFileSync(join(repositoryRoot, document), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(
    (match) => match[1] ?? '',
  );
  const missing = links.filter(
    (link) => !existsSync(join(repositoryRoot, dirname(document), link)),
  );
  expect(missing).toEqual([]);
});

test.each(documents)('every file that %s names stands', (document) => {
  const text = readFileSync(join(repositoryRoot, document), 'utf8');
  const named = [
    ...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|tsx|mjs|sql|json|csv|graphql))`/g),
  ]
    .map((match) => match[1] ?? '')
    .filter((path) => folders.includes(path.split('/')[0] ?? ''));
  expect(named.filter((path) => !existsSync(join(repositoryRoot, path)))).toEqual([]);
});

test('the six sentences are the same in README, ARCHITECTURE and each folder', () => {
  const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
  const architecture = readFileSync(join(repositoryRoot, 'ARCHITECTURE.md'), 'utf8');
  for (const folder of folders) {
    const own = readFileSync(join(repositoryRoot, folder, 'README.md'), 'utf8');
    const sentence = own
      .split('\n')
      .find((line) => line.startsWith('**'))
      ?.replaceAll('**', '');
    expect(sentence, `${folder}/README.md begins with its sentence in bold`).toBeTruthy();
    expect(readme).toContain(sentence);
    expect(architecture).toContain(sentence);
  }
});
