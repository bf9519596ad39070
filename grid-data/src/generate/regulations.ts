import { field, readSeedCsv } from './seed-files.ts';

export type RegulationRow = {
  code: string;
  law: string;
  article: string;
  text: string;
  summary: boolean;
  source: string;
  classCodes: string[];
};

/** Articles that the classes of a usual city are judged by. */
export function regulations(): RegulationRow[] {
  return readSeedCsv('regulations.csv').map((row) => ({
    code: field(row, 'code'),
    law: field(row, 'law'),
    article: field(row, 'article'),
    text: field(row, 'text'),
    summary: field(row, 'summary') === '是',
    source: field(row, 'source'),
    classCodes: field(row, 'classes').split(';'),
  }));
}
