import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';

export type RegulationRecord = {
  code: string;
  law: string;
  article: string;
  text: string;
  summary: boolean;
  source: string;
  classCodes: string[];
};

export function allRegulations(db: Reading) {
  return db.query<RegulationRecord>(sql`-- What does the law say?
    select code, law, article, text, summary, source, class_codes as "classCodes" from regulations order by code`);
}
