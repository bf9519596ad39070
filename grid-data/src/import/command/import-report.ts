/** What the console tells of an import while it runs and in the end; rejected rows go to a file beside it. */
import type { ImportCommand } from './command-line.ts';
import type { ProgressBar } from './progress-bar.ts';
import type { RejectFile } from './reject-file.ts';
import type { UploadEvent } from './upload.ts';

export const exitCodes = { allTaken: 0, failed: 1, someRejected: 3 };

/** So many reasons are shown with an example; the file has them all. */
const shownReasons = 5;

type Reason = { count: number; example: string };

export class ImportReport {
  readonly #command: ImportCommand;
  readonly #bar: ProgressBar;
  readonly #rejects: RejectFile;
  readonly #reasons = new Map<string, Reason>();
  #last: UploadEvent | null = null;

  constructor(command: ImportCommand, bar: ProgressBar, rejects: RejectFile) {
    this.#command = command;
    this.#bar = bar;
    this.#rejects = rejects;
  }

  hear(event: UploadEvent): void {
    this.#last = event;
    if (event.type === 'progress') this.#bar.show(event.staged, event.rejected);
    else if (event.type === 'step') this.#bar.note(`• ${event.text}`);
    else if (event.type === 'warning') this.#bar.note(`! ${event.text}`);
    else if (event.type === 'rejected') {
      this.#rejects.add(event);
      const { reason, line, detail } = event;
      const known = this.#reasons.get(reason);
      const example = known?.example ?? `line ${line}: ${detail}`;
      this.#reasons.set(reason, { count: (known?.count ?? 0) + 1, example });
    }
  }

  /** The lines to end with, and the exit code. */
  conclude(): { lines: string[]; exitCode: number } {
    const last = this.#last;
    if (last?.type === 'failed') return failed(`nothing was stored: ${last.message}`);
    if (last?.type !== 'done') {
      return failed(
        'the connection ended before the answer: whether the rows are stored is not known',
      );
    }
    const { accepted, rejected, stored } = last;
    if (accepted + rejected === 0) {
      return failed(
        `nothing was stored: there are no rows in ${this.#command.file} (a CSV has a header line first, a GeoJSON a FeatureCollection)`,
      );
    }
    const taken = stored ? 'stored' : 'would be stored';
    const what = accepted === 0 ? 'nothing was stored' : `${rowsOf(accepted)} ${taken}`;
    if (rejected === 0) return { lines: [`✓ ${what}`], exitCode: exitCodes.allTaken };
    const mark = accepted === 0 ? '✗' : '✓';
    return {
      lines: [`${mark} ${what}, ${rowsOf(rejected)} rejected:`, ...this.#reasonLines()],
      exitCode: exitCodes.someRejected,
    };
  }

  #reasonLines(): string[] {
    const all = [...this.#reasons].sort(([, a], [, b]) => b.count - a.count);
    const shown = all.slice(0, shownReasons);
    return [
      ...shown.map(([reason, { count, example }]) => `  ${count} × ${reason} (${example})`),
      ...(all.length > shown.length ? [`  … and ${all.length - shown.length} other reasons`] : []),
      `  each with line and reason: ${this.#rejects.path}`,
    ];
  }
}

function failed(why: string) {
  return { lines: [`✗ ${why}`], exitCode: exitCodes.failed };
}

function rowsOf(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}
