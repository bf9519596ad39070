import { identifier, joinSql, sql, type Statement } from './sql.ts';
import type { Reading } from './transaction.ts';

/**
 * Several questions as one statement, of one moment: each way to the database and back costs more than counting a few
 * hundred rows. The answers come as JSON, so a question gives numbers, texts and truths; moments it gives as text.
 */
export async function askTogether<Answers extends Record<string, object>>(
  db: Reading,
  questions: { readonly [Name in keyof Answers]: Statement },
): Promise<{ [Name in keyof Answers]: Answers[Name][] }> {
  const answers = Object.entries<Statement>(questions).map(
    ([name, question]) =>
      sql`(select coalesce(json_agg(answer), '[]') from (
        ${question}
      ) as answer) as ${identifier(name)}`,
  );
  const [row] = await db.query<{ [Name in keyof Answers]: Answers[Name][] }>(
    sql`-- What do these questions answer, all of the same moment?
      select ${joinSql(answers, ', ')}`,
  );
  return row!;
}
