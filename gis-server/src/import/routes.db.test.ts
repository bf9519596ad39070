import Koa from 'koa';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { insertMadeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { answerErrors } from '#http/error-answer.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImportRouter } from './routes.ts';

describeOnBothEngines('an upload over HTTP', (db) => {
  let server: Server;

  beforeAll(async () => {
    await insertMadeUpCounty(db.database);
    const koa = new Koa();
    koa.use(answerErrors());
    const router = createImportRouter(db, () => viewerAt('990101', 'administrator'));
    koa.use(router.routes() as unknown as Koa.Middleware);
    server = createServer(koa.callback());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('that cannot be taken is told why, though more of it is still to come', async () => {
    const { port } = server.address() as AddressInfo;
    const path = '/imports/places?datum=wgs84&file=places.csv';
    const answered = new Promise<string>((resolve, reject) => {
      const upload = request({ host: '127.0.0.1', port, path, method: 'POST' }, (answer) => {
        text(answer).then(resolve, reject);
      });
      upload.on('error', reject);
      upload.write('no JSON\n');
      upload.write(`${'x'.repeat(500_000)}\n`);
      // The end of the upload is never sent: the answer must not wait for it.
    });
    const last = (await answered).trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject({
      type: 'failed',
      message: 'line 1 of the upload is no JSON',
    });
  });
});
