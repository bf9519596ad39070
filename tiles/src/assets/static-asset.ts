import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { DomainError } from 'grid-data';
import { baseStyle } from '#styles/base-style.ts';
import { mapThemes } from '#styles/map-tokens.ts';
import { fontFilePath } from './fonts.ts';
import { mapSymbols, symbolSvg } from './symbols.ts';

export type StaticAsset = {
  body: Uint8Array;
  /** The same gzipped, for texts. */
  gzipped: Uint8Array | null;
  contentType: string;
  /** Strong and quoted. */
  etag: string;
  /** Whether a browser may keep it for a while without asking again. */
  keepable: boolean;
};

const made = new Map<string, StaticAsset>();

/** A style, font or symbol by its path below `/tiles/`, such as `styles/dark-wall.json`; not-found for any other. */
export async function answerStaticAsset(path: string): Promise<StaticAsset> {
  const kept = made.get(path);
  if (kept !== undefined) return kept;
  const asset = textAsset(path) ?? (await fontAsset(path));
  if (asset === null) {
    throw new DomainError('not-found', 'there is no such style, font or symbol', {
      reason: 'unknown-asset',
      details: { path: path.slice(0, 100) },
    });
  }
  // Only names that exist get here, so this cannot grow without end.
  made.set(path, asset);
  return asset;
}

function textAsset(path: string): StaticAsset | null {
  const theme = mapThemes.find((name) => path === `styles/${name}.json`);
  if (theme !== undefined) return asset(JSON.stringify(baseStyle(theme)), 'application/json');
  if (path === 'symbols/symbols.json') {
    return asset(JSON.stringify(Object.fromEntries(mapSymbols())), 'application/json');
  }
  const symbol = mapSymbols().get(/^symbols\/([a-z0-9-]+)\.svg$/.exec(path)?.[1] ?? '');
  return symbol === undefined ? null : asset(symbolSvg(symbol), 'image/svg+xml');
}

async function fontAsset(path: string): Promise<StaticAsset | null> {
  const file = fontFilePath(/^fonts\/([\w.-]+)$/.exec(path)?.[1] ?? '');
  if (file === null) return null;
  try {
    return { ...asset(await readFile(file), 'font/woff2'), keepable: true };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}

function asset(content: string | Uint8Array, contentType: string): StaticAsset {
  const body = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  const gzipped = typeof content === 'string' ? gzipSync(body) : null;
  return { body, gzipped, contentType, etag, keepable: false };
}
