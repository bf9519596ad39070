/** A demo city of a chosen size on PostgreSQL, with the whole system on it and a socket beside it. */
import pg from 'pg';
import { City } from '../client/city.ts';
import type { SessionClient } from '../client/session-client.ts';
import { givenOrOwnStack } from '../stack/given-stack.ts';
import { startBenchPostgres } from './bench-postgres.ts';

export type BigCity = {
  url: string;
  accounts: { role: string; area: string; name: string; password: string }[];
  officer: SessionClient;
  /** As the owner of the database: no scope narrows what it sees. */
  client: pg.Client;
  close: () => Promise<void>;
};

/** Seeding a million things takes minutes. */
const deadlineMs = 45 * 60_000;

/** With CLOUD_EYE_STACK and its DATABASE_URL one that runs already: seeding takes longer than measuring. */
export async function openBigCity(scale: number): Promise<BigCity> {
  const postgres = await startBenchPostgres();
  const { stack, stop } = await givenOrOwnStack({
    args: ['--scale', String(scale), '--port', '18620'],
    env: { DATABASE_URL: postgres.url, SIMULATOR_INCIDENTS_PER_HOUR: '0' },
    deadlineMs,
  });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const officer = await new City(stack).as('duty-officer');
  return {
    ...{ url: stack.url, accounts: stack.accounts, officer, client },
    close: async () => {
      await client.end();
      await stop();
      await postgres.stop();
    },
  };
}

export async function timed<T>(work: () => Promise<T>): Promise<[milliseconds: number, answer: T]> {
  const from = performance.now();
  const answer = await work();
  return [performance.now() - from, answer];
}
