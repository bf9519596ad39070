import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DomainError } from '#domain/domain-error.ts';
import type { Clip } from './clip.ts';
import { readClip } from './clip.ts';

const clipFolder = fileURLToPath(new URL('../../../clips/', import.meta.url));

/** Clips by name, read on first use: a test that plays one camera need not read them all. */
export class ClipShelf {
  readonly #folder: string;
  readonly #clips = new Map<string, Clip>();
  readonly names: readonly string[];

  constructor(folder: string = clipFolder) {
    this.#folder = folder;
    this.names = readdirSync(folder)
      .filter((file) => file.endsWith('.h264'))
      .map((file) => basename(file, '.h264'))
      .toSorted();
  }

  clip(name: string): Clip {
    const known = this.#clips.get(name);
    if (known) return known;
    if (!this.names.includes(name)) throw new DomainError('not-found', `no clip ${name}`);
    const clip = readClip(name, join(this.#folder, `${name}.h264`));
    this.#clips.set(name, clip);
    return clip;
  }

  /** The clip asked for, or one of the scene's shared clips, always the same one for an id. */
  nameFor(asked: string | null, sceneKind: string, id: string): string {
    if (asked !== null && this.names.includes(asked)) return asked;
    const shared = this.#sharedOf(sceneKind);
    let sum = 0;
    for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
    return shared[sum % shared.length]!;
  }

  #sharedOf(sceneKind: string): string[] {
    const ofScene = this.names.filter((name) => name.startsWith(`${sceneKind}-`));
    const shared =
      ofScene.length > 0 ? ofScene : this.names.filter((name) => name.startsWith('street-'));
    if (shared.length === 0) throw new DomainError('not-found', 'no shared clip on the shelf');
    return shared;
  }
}
