/** One upload from its first row to the commit that makes it part of the city: staged in small commits, applied at once. */
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Viewer } from '#access/viewer.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { DomainError, type Clock, type Datum } from 'grid-data';
import { parseRow, type AcceptedRow, type ImportKind, type RejectedRow } from 'grid-data/import';
import { applyBatch } from './apply/apply-batch.ts';
import { datumAdvice } from './datum-advice.ts';
import { placeRows } from './place-rows.ts';
import { readUpload } from './read-upload.ts';
import { preparePayload } from './prepare-payload.ts';
import * as queries from './queries.ts';

const stageSize = 1_000;

export type ImportOrder = {
  kind: ImportKind;
  datum: Datum;
  fileName: string;
  dryRun: boolean;
};

export type ImportEvent =
  | { type: 'progress'; staged: number; rejected: number }
  | { type: 'step'; text: string }
  | ({ type: 'rejected' } & RejectedRow)
  | { type: 'warning'; text: string }
  | { type: 'done'; accepted: number; rejected: number; stored: boolean };

export type ImportPorts = { database: Database; clock: Clock };

export class ImportBatch {
  readonly #ports: ImportPorts;
  readonly #viewer: Viewer;
  readonly #order: ImportOrder;
  readonly #id = randomUUID();
  #sha256 = '';
  #staged = 0;
  #rejected = 0;

  constructor(ports: ImportPorts, viewer: Viewer, order: ImportOrder) {
    this.#ports = ports;
    this.#viewer = viewer;
    this.#order = order;
  }

  /**
   * Takes the whole upload in, as fast as its events are taken; throws, with nothing stored, where it is torn or the
   * database refuses. Whoever stops taking events before `done` has stored nothing either.
   */
  async *run(body: Readable): AsyncGenerator<ImportEvent, void> {
    const order = { ...this.#order, viewer: this.#viewer, at: this.#ports.clock.now() };
    await this.#write((tx) => tx.query(queries.openBatch(this.#id, order)));
    let isClosed = false;
    try {
      yield* this.#stage(body);
      yield* this.#judge();
      const stored = !this.#order.dryRun && this.#staged > 0;
      if (stored) yield { type: 'step', text: `rows to store: ${this.#staged}` };
      await this.#write((tx) => (stored ? this.#apply(tx) : this.#close(tx, 'refused')));
      isClosed = true;
      yield { type: 'done', accepted: this.#staged, rejected: this.#rejected, stored };
    } finally {
      // Where even this fails the housekeeping does it later: the error under way tells the caller more.
      if (!isClosed) await this.#write((tx) => this.#close(tx, 'failed')).catch(() => undefined);
    }
  }

  async *#stage(body: Readable): AsyncGenerator<ImportEvent, void> {
    const { kind, datum } = this.#order;
    let waiting: AcceptedRow[] = [];
    for await (const uploaded of readUpload(body, (sha256) => (this.#sha256 = sha256))) {
      if ('broken' in uploaded) {
        yield this.#reject({ ...uploaded.broken, reason: 'broken-row' });
        continue;
      }
      const parsed = parseRow(kind, datum, uploaded.row);
      if ('rejected' in parsed) yield this.#reject(parsed.rejected);
      else waiting.push(parsed.accepted);
      if (waiting.length < stageSize) continue;
      yield await this.#keep(waiting);
      waiting = [];
    }
    if (waiting.length > 0) yield await this.#keep(waiting);
  }

  async #keep(rows: readonly AcceptedRow[]): Promise<ImportEvent> {
    const { kind } = this.#order;
    const prepared = await Promise.all(rows.map((row) => preparePayload(kind, row)));
    await this.#write((tx) => tx.query(queries.stageRows(this.#id, prepared)));
    this.#staged += rows.length;
    return { type: 'progress', staged: this.#staged, rejected: this.#rejected };
  }

  /** What only the database can tell: where each row lies, whether its words are known, whether it comes twice. */
  async *#judge(): AsyncGenerator<ImportEvent, void> {
    const { database } = this.#ports;
    const { kind } = this.#order;
    const advice = await datumAdvice(database, this.#viewer, this.#id, this.#order);
    if (advice !== null) yield advice;
    yield { type: 'step', text: 'checking areas, codes and names against the city' };
    for await (const refused of placeRows(database, this.#viewer, this.#id, kind)) {
      this.#staged -= 1;
      yield this.#reject(refused);
    }
  }

  /** Stores the rows, tells the journal and closes the upload's record together: either all of it is so or nothing. */
  async #apply(tx: Writing): Promise<void> {
    const { kind, fileName, datum } = this.#order;
    const { clock } = this.#ports;
    await applyBatch(tx, { kind, batchId: this.#id, viewer: this.#viewer, at: clock.now() });
    tx.record({
      kind: 'import.applied',
      areaCode: this.#viewer.scopePrefix,
      subjectKind: 'import',
      subjectId: this.#id,
      payload: {
        kind,
        fileName,
        datum,
        accepted: this.#staged,
        rejected: this.#rejected,
        sha256: this.#sha256,
      },
    });
    await this.#close(tx, 'applied');
  }

  async #close(tx: Writing, state: 'applied' | 'refused' | 'failed'): Promise<void> {
    const counts = { accepted: this.#staged, rejected: this.#rejected, sha256: this.#sha256 };
    const at = this.#ports.clock.now();
    await tx.query(queries.dropStagedRows(this.#id));
    await tx.query(queries.closeBatch(this.#id, { state, at, ...counts }));
  }

  #reject({ line, reason, detail }: RejectedRow): ImportEvent {
    this.#rejected += 1;
    return { type: 'rejected', line, reason, detail };
  }

  #write<T>(work: (tx: Writing) => Promise<T>): Promise<T> {
    return this.#ports.database.write(this.#viewer, work);
  }
}

/** A kind that writes words or people of the whole city is for the root alone. */
const rootKinds: readonly ImportKind[] = ['areas', 'departments', 'regulations'];

export function checkMayImport(viewer: Viewer, kind: ImportKind): void {
  if (!rootKinds.includes(kind) || viewer.scopePrefix === '') return;
  throw new DomainError('not-allowed', `only an administrator of the whole city imports ${kind}`, {
    reason: 'outside-scope',
  });
}
