import { DomainError } from 'grid-data';
import type { TileAddress } from '#engine/tile-address.ts';

export type TileScope = {
  /** The code of the area the viewer stands at; empty sees all. */
  areaPrefix: string;
  /** Where set, only incidents given to this department. */
  department?: string | null;
};

export type TileRequest = TileAddress & {
  layer: string;
  scope: TileScope;
  /** Only classes that begin so (point layers). */
  classPrefix?: string;
};

export type TileAnswer = {
  /** Null where the tile is empty: answer 204. */
  body: Uint8Array | null;
  /** The same gzipped, where that pays. */
  gzipped: Uint8Array | null;
  contentType: string;
  /** Strong, quoted, of the body as it is; the gzipped form's ends in `-gz"`. */
  etag: string;
  /** The last journal row that the tile has seen. */
  seq: number;
  /** Whether everyone signed in gets the same, so that a browser may keep it. */
  shared: boolean;
};

export function checkClassPrefix(prefix: string): void {
  if (/^[\w-]{0,24}$/.test(prefix)) return;
  throw new DomainError('invalid-input', 'class is letters, digits and hyphens, at most 24', {
    reason: 'class-filter-malformed',
  });
}
