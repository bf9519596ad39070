/** Node door: reads files of other systems and checks them row by row. */
export * from './import-kinds.ts';
export * from './parse-row.ts';
export * from './read-file.ts';
export * from './source-row.ts';
export * from './theme-csv.ts';
