/** A pull side of its own before a scripted edge, with the keys of a fake gis-server. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#config.ts';
import { createPullSide, type PullSide } from '#exchange/video/pull-side.ts';
import { FakeGisServer } from '#testing/fake-gis-server.ts';
import { exchangeKey } from '#testing/running-gateway.ts';
import { ScriptedEdge } from '#testing/scripted-edge.ts';

export type RunningPullSide = {
  edge: ScriptedEdge;
  pull: PullSide;
  /** Signs tickets; nobody dials it. */
  gis: FakeGisServer;
  stop(): Promise<void>;
};

export async function runPullSide(
  platforms: readonly object[],
  { edgeKey = exchangeKey, environment = {} as Record<string, string> } = {},
): Promise<RunningPullSide> {
  const folder = mkdtempSync(join(tmpdir(), 'pull-side-'));
  const gis = new FakeGisServer();
  const edge = await new ScriptedEdge(edgeKey).listen();
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const read = readConfig({
    VIDEO_GATEWAY_ROLE: 'pull',
    VIDEO_GATEWAY_PORT: '0',
    VIDEO_EXCHANGE_PORT: '0',
    VIDEO_PULL_PORT: '0',
    RTMP_INGEST_PORT: '0',
    VIDEO_PLATFORMS_FILE: write('platforms.json', JSON.stringify({ platforms })),
    VIDEO_EXCHANGE_KEY_FILE: write('exchange-key', exchangeKey),
    TICKET_PUBLIC_KEY_FILE: write('ticket-key.pem', gis.publicKeyPem()),
    VIDEO_EXCHANGE_URL: edge.url,
    ...environment,
  });
  if (read.role !== 'pull') throw new Error('a pull side was asked for');
  const pull = createPullSide(read.config);
  pull.start();
  return {
    edge,
    pull,
    gis,
    stop: async () => {
      await pull.stop();
      await edge.close();
      rmSync(folder, { recursive: true });
    },
  };
}
