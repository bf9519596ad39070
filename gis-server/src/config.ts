import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { OutsideAddresses } from '#outside-sources/open-sources.ts';

const port = z.coerce.number().int().min(1).max(65_535);

const environment = z.object({
  CLOUD_EYE_PORT: port.default(8080),
  /** Loopback unless a proxy with a certificate stands in front on another host. */
  CLOUD_EYE_HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.string().min(1).default('postgres://postgres@127.0.0.1:5433/postgres'),
  CLOUD_EYE_DATA: z.string().min(1).default('.run/data'),
  VIDEO_GATEWAY_URL: z.url().default('http://127.0.0.1:8090'),
  INTERNAL_KEY_FILE: z.string().optional(),
  /** Further addresses of the page, comma between them, where a proxy changes the host name. */
  CLOUD_EYE_ORIGINS: z.string().default(''),
  /** The weather's JSON document: a file, or an address inside the city's own network. None: no weather is shown. */
  WEATHER_SOURCE: z.string().default(''),
  /** Those of other systems' themes, comma between them. */
  THEME_SOURCES: z.string().default(''),
  /** Addresses of the local network to serve by https, comma between them; none where absent. `npm start -- --lan` sets it. */
  CLOUD_EYE_LAN_ADDRESSES: z.string().default(''),
  CLOUD_EYE_LAN_PORT: port.default(8443),
  NODE_ENV: z.string().default('development'),
});

export const environmentNames = Object.keys(environment.shape);

export type Config = {
  port: number;
  host: string;
  databaseUrl: string;
  dataFolder: string;
  gatewayUrl: string;
  internalKey: string;
  origins: readonly string[];
  outside: OutsideAddresses;
  lan: { addresses: readonly string[]; port: number };
  development: boolean;
};

/** Reads the environment once; what is wrong with it is said in one line, without its secrets. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`bad environment: ${issues.join('; ')}`);
  }
  const given = parsed.data;
  return {
    port: given.CLOUD_EYE_PORT,
    host: given.CLOUD_EYE_HOST,
    databaseUrl: given.DATABASE_URL,
    dataFolder: given.CLOUD_EYE_DATA,
    gatewayUrl: given.VIDEO_GATEWAY_URL,
    internalKey: readKey(given.INTERNAL_KEY_FILE ?? join(given.CLOUD_EYE_DATA, 'internal.key')),
    outside: {
      weather: given.WEATHER_SOURCE || null,
      themes: listed(given.THEME_SOURCES),
    },
    origins: listed(given.CLOUD_EYE_ORIGINS),
    lan: { addresses: listed(given.CLOUD_EYE_LAN_ADDRESSES), port: given.CLOUD_EYE_LAN_PORT },
    development: given.NODE_ENV !== 'production',
  };
}

function listed(text: string): string[] {
  return text.split(',').filter((each) => each !== '');
}

function readKey(file: string): string {
  let key: string;
  try {
    key = readFileSync(file, 'utf8').trim();
  } catch {
    throw new Error(`bad environment: INTERNAL_KEY_FILE cannot be read: ${file}`);
  }
  if (key.length < 32)
    throw new Error('bad environment: the internal key has fewer than 32 characters');
  return key;
}
