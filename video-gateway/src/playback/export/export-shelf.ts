/** The folder of written copies: each a movie or a picture with its manifest beside it, and nothing half-written under those names. */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { exportFormOf, exportManifest, type ExportForm, type ExportManifest } from 'grid-data';
import { markedHeader, maxHeaderBytes } from '#playback/export/movie-mark.ts';
import { markedPicture } from '#playback/export/picture-mark.ts';

export const exportEndings = { movie: 'mp4', picture: 'jpg' } as const;

export class ExportShelf {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // What a crash left half-written may show what was to be hidden.
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.part')) rm(join(folder, name)).catch(() => undefined);
    }
  }

  file(exportId: string, form: ExportForm): string {
    return join(this.#folder, `${exportId}.${exportEndings[form]}`);
  }

  /** For work in progress; whatever its end, it is taken away. */
  part(exportId: string, step: string): string {
    return join(this.#folder, `${exportId}.${step}.part`);
  }

  /** Of a copy that is whole; null where there is none. */
  manifestOf(exportId: string): ExportManifest | null {
    const file = this.#manifest(exportId);
    if (!existsSync(file)) return null;
    const manifest = exportManifest.parse(JSON.parse(readFileSync(file, 'utf8')));
    return existsSync(this.file(exportId, exportFormOf(manifest))) ? manifest : null;
  }

  /** Marks what was written, puts it under its name with its manifest, and answers that. */
  async keep(
    [written, form]: readonly [string, ExportForm],
    exportId: string,
    describe: (file: { sha256: string; bytes: number }) => ExportManifest,
    mark: object,
  ): Promise<ExportManifest> {
    const marked = this.part(exportId, 'marked');
    await copyMarked[form](written, marked, mark);
    const manifest = describe({ sha256: await hashOf(marked), bytes: (await stat(marked)).size });
    await writeFile(this.#manifest(exportId), JSON.stringify(manifest, null, 2), { mode: 0o600 });
    await rename(marked, this.file(exportId, form));
    return manifest;
  }

  async clearParts(exportId: string): Promise<void> {
    const parts = readdirSync(this.#folder).filter(
      (name) => name.startsWith(`${exportId}.`) && name.endsWith('.part'),
    );
    await Promise.all(parts.map((name) => rm(join(this.#folder, name), { force: true })));
  }

  /** Answers the hash of the file that is gone, again until `forget`; null where there is none to delete. */
  async delete(exportId: string): Promise<string | null> {
    const proof = this.#proof(exportId);
    const files = (['movie', 'picture'] as const).map((form) => this.file(exportId, form));
    const file = files.find((name) => existsSync(name));
    if (file !== undefined) {
      // Before the file goes: a crash in between, or an answer that is lost, leaves the hash to be asked for again.
      await writeFile(proof, await hashOf(file), { mode: 0o600 });
      await rm(file);
    }
    await rm(this.#manifest(exportId), { force: true });
    await this.clearParts(exportId);
    return existsSync(proof) ? readFileSync(proof, 'utf8') : null;
  }

  /** The deletion has been written down. */
  async forget(exportId: string): Promise<void> {
    await rm(this.#proof(exportId), { force: true });
  }

  #proof(exportId: string): string {
    return join(this.#folder, `${exportId}.deleted`);
  }

  #manifest(exportId: string): string {
    return join(this.#folder, `${exportId}.json`);
  }
}

const copyMarked = { movie: copyMarkedMovie, picture: copyMarkedPicture };

async function copyMarkedPicture(from: string, to: string, mark: object): Promise<void> {
  const marked = markedPicture(await readFile(from), mark);
  if (marked === null) throw new Error('this is no picture');
  await writeFile(to, marked, { mode: 0o600 });
}

async function copyMarkedMovie(from: string, to: string, mark: object): Promise<void> {
  const file = await open(from);
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(maxHeaderBytes), 0, maxHeaderBytes, 0)
    .finally(() => file.close());
  const marked = markedHeader(buffer.subarray(0, bytesRead), mark);
  if (marked === null) throw new Error('the movie has no header');
  await writeFile(to, marked.header, { mode: 0o600 });
  await pipeline(
    createReadStream(from, { start: marked.after }),
    createWriteStream(to, { flags: 'a' }),
  );
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
