/** One line that grows while a file is read, with rows, rejects, rate and the time left. */
export class ProgressBar {
  readonly #totalBytes: number;
  readonly #bytesRead: () => number;
  readonly #began = performance.now();
  readonly #live = process.stdout.isTTY;
  #shownAt = 0;

  constructor(totalBytes: number, bytesRead: () => number) {
    this.#totalBytes = Math.max(1, totalBytes);
    this.#bytesRead = bytesRead;
  }

  show(rows: number, rejected: number): void {
    const now = performance.now();
    if (now - this.#shownAt < (this.#live ? 100 : 5000)) return;
    this.#shownAt = now;
    const share = Math.min(1, this.#bytesRead() / this.#totalBytes);
    const seconds = (now - this.#began) / 1000;
    const left = share > 0 ? (seconds / share) * (1 - share) : 0;
    const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░');
    const text = `${bar} ${Math.round(share * 100)} %  ${rows} rows, ${rejected} rejected, ${Math.round(rows / seconds)}/s, ${Math.ceil(left)} s left`;
    process.stdout.write(this.#live ? `\r${text}\u001B[K` : `${text}\n`);
  }

  note(text: string): void {
    process.stdout.write(this.#live ? `\r${text}\u001B[K\n` : `${text}\n`);
  }

  end(): void {
    if (this.#live) process.stdout.write('\r\u001B[K');
  }
}
