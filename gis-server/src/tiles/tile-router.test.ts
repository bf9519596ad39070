import type { Viewer } from '#access/viewer.ts';
import { DomainError, permissionsOf, type Role } from 'grid-data';
import Koa from 'koa';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TileService } from 'tiles';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTileRouter } from './tile-router.ts';

function viewerOf(role: Role, scopePrefix: string, departmentCode: string | null = null): Viewer {
  return {
    userId: 'u',
    sessionId: 's',
    name: 'n',
    displayName: 'N',
    role,
    permissions: new Set(permissionsOf(role)),
    areaCode: scopePrefix === '' ? '990101' : scopePrefix,
    departmentCode,
    scopePrefix,
  };
}

describe('the tile routes', () => {
  const service = new TileService();
  let viewer: Viewer | null = null;
  let server: Server;
  let origin = '';

  beforeAll(async () => {
    for (let i = 0; i < 400; i++) {
      service.upsertPoint('city-components', {
        id: 1 + i,
        longitude: 105.3 + i * 1e-5,
        latitude: 30.2,
        class: i % 2 === 0 ? '0101' : '0201',
        state: 'intact',
        areaCode: i % 2 === 0 ? '990101001001' : '990101002001',
        attributes: [],
      });
    }
    service.upsertPoint('incidents', {
      id: 'i1',
      longitude: 105.3,
      latitude: 30.2,
      class: 'E1',
      state: 'reported',
      areaCode: '990101001001',
      attributes: [2, 0, 'fire'],
    });
    const app = new Koa();
    app.use(async (context, next) => {
      try {
        await next();
      } catch (error) {
        context.status = error instanceof DomainError ? 400 : 500;
        context.body = error instanceof DomainError ? { kind: error.kind } : String(error);
      }
    });
    app.use(createTileRouter({ service, viewerOf: async () => viewer }).routes());
    server = createServer(app.callback());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  beforeEach(() => {
    viewer = viewerOf('duty-officer', '');
  });

  const world = '/tiles/city-components/0/0/0.mvt';
  const kindOf = async (path: string) =>
    ((await (await fetch(origin + path)).json()) as { kind: string }).kind;

  it('serve a tile that no shared cache may keep, with the journal row it has seen', async () => {
    service.seq = 7;
    const response = await fetch(origin + world);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('x-journal-seq')).toBe('7');
  });

  it('answer 304 to who has it and 204 for empty ground', async () => {
    const first = await fetch(origin + world);
    const again = await fetch(origin + world, {
      // Without its own cache-control, fetch would ask for no answer from any cache.
      headers: { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
    expect((await fetch(`${origin}/tiles/city-components/10/0/0.mvt`)).status).toBe(204);
  });

  it('send large tiles gzipped to who takes gzip, under another etag', async () => {
    const path = `${origin}/tiles/city-components/13/6492/3374.mvt`;
    const packed = await fetch(path);
    const plain = await fetch(path, { headers: { 'accept-encoding': 'identity' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    expect(await packed.arrayBuffer()).toEqual(await plain.arrayBuffer());
  });

  it('show each viewer their own area and filter by class', async () => {
    const length = async (path: string) =>
      (await (await fetch(origin + path)).arrayBuffer()).byteLength;
    const whole = await length('/tiles/city-components/16/51937/26996.mvt');
    const byClass = await length('/tiles/city-components/16/51937/26996.mvt?class=01');
    viewer = viewerOf('village-officer', '990101001001');
    const own = await length('/tiles/city-components/16/51937/26996.mvt');
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(whole);
    expect(byClass).toBe(own);
    viewer = viewerOf('village-officer', '990101003001');
    expect((await fetch(origin + world)).status).toBe(204);
  });

  it('show a department the incidents given to it', async () => {
    const path = `${origin}/tiles/incidents/0/0/0.mvt`;
    viewer = viewerOf('department', '', 'fire');
    expect((await fetch(path)).status).toBe(200);
    viewer = viewerOf('department', '', 'water');
    expect((await fetch(path)).status).toBe(204);
    viewer = viewerOf('department', '', null);
    expect((await fetch(path)).status).toBe(204);
  });

  it('refuse who is not signed in or may not read the map, but give fonts and styles to all', async () => {
    viewer = null;
    expect(await kindOf(world)).toBe('not-signed-in');
    const style = await fetch(`${origin}/tiles/styles/dark-wall.json`);
    expect(style.headers.get('content-encoding')).toBe('gzip');
    expect(await style.json()).toMatchObject({ version: 8, name: 'dark-wall' });
    const font = await fetch(`${origin}/tiles/fonts/noto-sans-sc-latin-400-normal.woff2`);
    expect(font.headers.get('cache-control')).toContain('max-age=86400');
    expect(await kindOf('/tiles/base/10/0/0.mvt')).toBe('not-signed-in');
    viewer = viewerOf('auditor', '');
    expect(await kindOf(world)).toBe('not-allowed');
    expect((await fetch(`${origin}/tiles/base/10/0/0.mvt`)).status).toBe(204);
  });

  it.each([
    ['/tiles/city-components/0/0/0.txt', 'invalid-input'],
    ['/tiles/city-components/0/0/0', 'invalid-input'],
    ['/tiles/city-components/-1/0/0.mvt', 'invalid-input'],
    ['/tiles/city-components/1e1/0/0.mvt', 'invalid-input'],
    ['/tiles/city-components/3/8/0.mvt', 'invalid-input'],
    ['/tiles/city-components/99/0/0.mvt', 'invalid-input'],
    ['/tiles/city-components/3/0/99999999999999.mvt', 'invalid-input'],
    ['/tiles/city-components/0/0/0.png', 'invalid-input'],
    ['/tiles/relief/10/0/0.mvt', 'invalid-input'],
    ['/tiles/__proto__/0/0/0.mvt', 'not-found'],
    ['/tiles/city-components/0/0/0.mvt?class=%27%20or%201', 'invalid-input'],
    ['/tiles/fonts/..%2f..%2fpackage.json', 'not-found'],
  ])('refuse %s as %s', async (path, kind) => {
    expect(await kindOf(path)).toBe(kind);
  });
});
