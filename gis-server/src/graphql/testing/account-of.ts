import { systemViewer } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';

/** Writes down the account of a made-up viewer, for what keeps a reference to who did it. */
export async function seeAccountOf(database: Database, viewer: Viewer): Promise<Viewer> {
  await database.write(systemViewer(), (tx) =>
    tx.query(sql`-- The account behind a made-up viewer
      insert into users (id, name, display_name, role, area_code, password_hash, created_at)
      values (${viewer.userId}, ${viewer.userId}, ${viewer.displayName}, ${viewer.role},
        ${viewer.areaCode}, 'x', now())`),
  );
  return viewer;
}
