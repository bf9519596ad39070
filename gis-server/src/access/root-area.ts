import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { systemViewer } from './viewer.ts';

/** The code of the one area above all others, or '' while there is none or more than one. */
export class RootArea {
  readonly #database: Database;
  #known: string | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  async code(): Promise<string> {
    if (this.#known !== null) return this.#known;
    const rows = await this.#database.inScope(systemViewer(), (db) =>
      db.query<{ code: string }>(sql`-- Which areas lie in no other?
        select code from areas where coalesce(parent_code, '') = '' limit 2`),
    );
    const code = rows.length === 1 ? rows[0]!.code : '';
    // An empty city gets its areas later: not remembered until there is one.
    if (code !== '') this.#known = code;
    return code;
  }

  forget(): void {
    this.#known = null;
  }
}
