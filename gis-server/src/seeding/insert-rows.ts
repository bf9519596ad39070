import { joinSql, rawSql, sql, type Statement } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { systemViewer } from '#access/viewer.ts';

/**
 * A table to fill: each column with the type its value has in JSON, and, where it is a shape, text in EWKT. COPY would be
 * faster on PostgreSQL, but the embedded engine's socket loses its place in a COPY that comes in pieces.
 */
export type Table = {
  name: string;
  columns: readonly (readonly [name: string, type: string])[];
};

export type Row = Record<string, unknown>;

const batchSize = 2_000;

/** Writes rows in commits of bounded size; returns how many. */
export async function insertRows(
  database: Database,
  table: Table,
  rows: Iterable<Row>,
  onProgress: (count: number) => void = () => {},
): Promise<number> {
  let batch: Row[] = [];
  let count = 0;
  const flush = async () => {
    const written = batch;
    batch = [];
    await database
      .write(systemViewer(), (tx) => tx.query(insertion(table, written)))
      .catch((cause: unknown) => {
        throw new Error(`seeding ${table.name}: ${(cause as Error).message}`, { cause });
      });
    count += written.length;
    onProgress(count);
  };
  for (const row of rows) {
    batch.push(row);
    if (batch.length >= batchSize) await flush();
  }
  if (batch.length > 0) await flush();
  return count;
}

function insertion({ name, columns }: Table, rows: readonly Row[]): Statement {
  const names = joinSql(
    columns.map(([column]) => rawSql(column)),
    ', ',
  );
  const types = joinSql(
    columns.map(([column, type]) => rawSql(`${column} ${type}`)),
    ', ',
  );
  return sql`-- Adds seeded rows.
    insert into ${rawSql(name)} (${names})
    select ${names} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as seeded (${types})`;
}
