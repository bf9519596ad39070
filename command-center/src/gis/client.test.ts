import { parse } from 'graphql';
import { afterEach, expect, test, vi } from 'vitest';
import { gisClient } from './client.ts';

afterEach(() => vi.unstubAllGlobals());

test('what is asked again after news is not answered by what was asked before them', async () => {
  const answers: ((name: string) => void)[] = [];
  const fetched = (): Promise<Response> =>
    new Promise((resolve) => {
      answers.push((name) =>
        resolve(
          new Response(JSON.stringify({ data: { name } }), {
            headers: { 'content-type': 'application/json' },
          }),
        ),
      );
    });
  vi.stubGlobal('fetch', vi.fn(fetched));
  const query = parse('query Name { name }');
  const ask = () => gisClient.query<{ name: string }>({ query, fetchPolicy: 'network-only' });
  const [before, after] = [ask(), ask()];
  await expect.poll(() => answers.length).toBe(2);
  answers[0]!('old');
  answers[1]!('new');
  expect((await before).data?.name).toBe('old');
  expect((await after).data?.name).toBe('new');
});
