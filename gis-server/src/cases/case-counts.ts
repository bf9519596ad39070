import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';

/** Adds what has changed to what was counted before. Two servers at it add each change once: a row is taken once. */
export function addUpCaseCounts(database: Database): Promise<void> {
  return database.write(systemViewer(), async (tx) => {
    await tx.query(sql`-- What have the acts since the last time changed?
      with taken as (
        delete from case_count_changes returning *
      )
      insert into case_counts
      select area_code, state, department_code, class_code, grade, source, check_failed, requested,
        supervised, sum(n)
      from taken group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(n) <> 0
      order by 1, 2, 3, 4, 5, 6, 7, 8, 9
      on conflict (area_code, state, department_code, class_code, grade, source, check_failed, requested,
        supervised) do update set n = case_counts.n + excluded.n`);
    await tx.query(sql`-- Which kinds are there none of any more?
      delete from case_counts where n = 0`);
  });
}
