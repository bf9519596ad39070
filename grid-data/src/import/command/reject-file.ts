import { createWriteStream, rmSync, type WriteStream } from 'node:fs';
import type { RejectedRow } from '../source-row.ts';

/** Rows that were not taken, as a CSV beside the file: line, reason, detail. Made at the first row; one of an earlier try goes. */
export class RejectFile {
  readonly path: string;
  #stream: WriteStream | null = null;

  constructor(path: string) {
    this.path = path;
    rmSync(path, { force: true });
  }

  add({ line, reason, detail }: RejectedRow): void {
    if (this.#stream === null) {
      this.#stream = createWriteStream(this.path);
      this.#stream.write('\uFEFFline,reason,detail\r\n');
    }
    this.#stream.write(`${line},${csvField(reason)},${csvField(detail)}\r\n`);
  }

  close(): Promise<void> {
    const stream = this.#stream;
    if (stream === null) return Promise.resolve();
    return new Promise((resolve, reject) => {
      stream.once('error', reject);
      stream.end(() => resolve());
    });
  }
}

/** A leading = + - @ or tab would be run as a formula by office programs. */
function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
