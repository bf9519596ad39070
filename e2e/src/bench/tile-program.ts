import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { repositoryRoot } from '../verify/run-command.ts';

export type TileAddress = { z: number; x: number; y: number };

/** Our tile engine as a program of its own, asked over a pipe as PostgreSQL is over a socket. */
export class TileProgram {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  #received: Buffer = Buffer.alloc(0);
  #waiting: ((answer: Buffer) => void) | null = null;

  constructor() {
    const program = join(repositoryRoot, 'tiles/src/bench/tile-program.ts');
    this.#child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.stdout.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#deliver();
    });
  }

  /** Gives it its rows, as COPY text. */
  async load(rows: Readable): Promise<{ rows: number; loadMs: number }> {
    const loaded = this.#answer();
    rows.pipe(this.#child.stdin, { end: false });
    rows.once('end', () => this.#child.stdin.write('\\.\n'));
    return JSON.parse((await loaded).toString()) as { rows: number; loadMs: number };
  }

  tile({ z, x, y }: TileAddress): Promise<Buffer> {
    return this.#ask(`tile ${z} ${x} ${y}\n`);
  }

  /** How many points the tile stands for. */
  async count({ z, x, y }: TileAddress): Promise<number> {
    return Number((await this.#ask(`count ${z} ${x} ${y}\n`)).toString());
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stdin.end();
    await gone;
  }

  #ask(line: string): Promise<Buffer> {
    const answer = this.#answer();
    this.#child.stdin.write(line);
    return answer;
  }

  #answer(): Promise<Buffer> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#deliver();
    });
  }

  #deliver(): void {
    if (this.#waiting === null || this.#received.length < 4) return;
    const end = 4 + this.#received.readUInt32LE(0);
    if (this.#received.length < end) return;
    const answer = this.#received.subarray(4, end);
    this.#received = this.#received.subarray(end);
    const resolve = this.#waiting;
    this.#waiting = null;
    resolve(answer);
  }
}
