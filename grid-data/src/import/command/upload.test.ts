import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SourceRow } from '../source-row.ts';
import { readImportCommand } from './command-line.ts';
import { signIn, upload } from './upload.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, answer) => {
    if (request.url === '/session') {
      answer.writeHead(401, { 'content-type': 'application/json' });
      return void answer.end('{"error":{"message":"name or password is wrong"}}');
    }
    request.resume();
    request.on('error', () => {});
    request.on('end', () => answer.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a file that cannot be read on is named with what is wrong with it', async () => {
  async function* rows(): AsyncGenerator<SourceRow> {
    yield { line: 2, fields: {} };
    await new Promise(setImmediate);
    throw new Error('a quote is not closed at line 3');
  }
  const command = readImportCommand(['places', '/somewhere/places.csv', '--datum', 'wgs84']);
  const sending = upload({ url, cookie: '', command, rows: rows(), onEvent: () => {} });
  await expect(sending).rejects.toThrow(
    'nothing was stored: /somewhere/places.csv cannot be read to its end: a quote is not closed at line 3',
  );
});

test('a refusal is told in the words of the server', async () => {
  await expect(signIn(url, 'somebody', 'x')).rejects.toThrow(/: name or password is wrong$/);
});

test('a server that is not there is told by its address', async () => {
  const nowhere = 'http://127.0.0.1:9';
  await expect(signIn(nowhere, 'somebody', 'x')).rejects.toThrow(`${nowhere} does not answer`);
});
