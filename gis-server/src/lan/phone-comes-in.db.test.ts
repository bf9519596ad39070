import { Accounts } from '#access/accounts.ts';
import { insertMadeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type ClientHttp2Session } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createApp, type App } from '../app.ts';
import { readConfig } from '../config.ts';
import { keepLanCertificates } from './certificates.ts';

const password = 'a long enough secret';

describeOnBothEngines('a phone of the local network', (db) => {
  let app: App;
  let session: ClientHttp2Session;
  let ca: string;
  let cookie = '';

  beforeAll(async () => {
    await insertMadeUpCounty(db.database);
    await new Accounts({ database: db.database, clock: db.clock }).create(
      viewerAt('990101', 'administrator'),
      {
        commandId: randomUUID(),
        name: 'worker-1',
        displayName: 'worker',
        role: 'grid-worker',
        areaCode: '990101001',
        departmentCode: null,
        password,
      },
    );
    const dataFolder = mkdtempSync(join(tmpdir(), 'cloud-eye-lan-app-'));
    writeFileSync(join(dataFolder, 'internal.key'), 'k'.repeat(40));
    const files = await keepLanCertificates(dataFolder, ['127.0.0.1']);
    ca = readFileSync(files.authority, 'utf8');
    const config = readConfig({
      CLOUD_EYE_DATA: dataFolder,
      CLOUD_EYE_LAN_ADDRESSES: '127.0.0.1',
      NODE_ENV: 'production',
    });
    app = await createApp({ ...config, lan: { ...config.lan, port: 0 } }, db.database, db.clock);
    await app.lan!.listen();
    session = connect(origin(), { ca });
  });
  afterAll(async () => {
    session.close();
    app.server.listen(0); // its closing waits for one that listens
    await app.close();
  });

  const origin = () => `https://127.0.0.1:${app.lan!.port}`;

  const send = async (path: string, body: Buffer | string, type = 'application/json') => {
    const stream = session.request({
      ':method': 'POST',
      ':path': path,
      'content-type': type,
      origin: origin(),
      ...(cookie === '' ? {} : { cookie }),
    });
    stream.end(body);
    const [headers] = (await once(stream, 'response')) as [Record<string, string | string[]>];
    let text = '';
    for await (const chunk of stream) text += chunk;
    return { status: Number(headers[':status']), headers, text };
  };

  test('signs in over HTTP/2 with a cookie for this very host, and asks with it', async () => {
    const signedIn = await send('/session', JSON.stringify({ name: 'worker-1', password }));
    expect(signedIn.status).toBe(200);
    const [given] = [signedIn.headers['set-cookie']].flat();
    expect(given).toMatch(/^__Host-cloud-eye=.*; Secure$/);
    cookie = given!.split(';')[0]!;
    const answer = await send('/graphql', JSON.stringify({ query: '{ viewer { name } }' }));
    expect(JSON.parse(answer.text)).toEqual({ data: { viewer: { name: 'worker-1' } } });
  });

  test('hears of news over a WebSocket beside it', async () => {
    const socket = new WebSocket(
      `${origin().replace('https', 'wss')}/graphql`,
      ['graphql-transport-ws'],
      { ca, origin: origin(), headers: { cookie } },
    );
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    const [said] = await once(socket, 'message');
    expect(JSON.parse(String(said)).type).toBe('connection_ack');
    socket.terminate();
  });

  test('sends a photo in parts', async () => {
    const file = Buffer.from('the first part and the second');
    const sha256 = createHash('sha256').update(file).digest('hex');
    const query = `/photos?sha256=${sha256}&size=${file.length}&offset=0`;
    const first = await send(query, file.subarray(0, 10), 'application/octet-stream');
    expect({ status: first.status, body: JSON.parse(first.text) }).toEqual({
      status: 202,
      body: { received: 10, id: null },
    });
  });
});
