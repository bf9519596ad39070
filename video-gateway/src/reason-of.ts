import { DomainError } from 'grid-data';

/** What went wrong in one word for the journal and the page; `internal` for what is a bug. */
export const reasonOf = (error: unknown): string =>
  error instanceof DomainError ? error.reason : 'internal';
