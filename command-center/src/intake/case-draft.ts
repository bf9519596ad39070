/** A call that is being written down, kept over a reload; it names people, so no longer than the seat's page is open. */
import type { IncidentSource } from 'grid-data';

export type CaseDraft = {
  source: IncidentSource;
  externalId: string;
  /** Of a number that is known: send it as its next revision. */
  asRevision: boolean;
  name: string;
  telephone: string;
  home: string;
  wantsCallBack: boolean;
  classCode: string;
  /** Where it is: found, or the middle of the map. */
  position: { longitude: number; latitude: number } | null;
  address: string;
  /** What it is about, where that is a city component. */
  cityComponent: { code: string; name: string } | null;
  description: string;
  /** At the server already, waiting for their case. */
  photoIds: readonly string[];
};

const key = 'cloud-eye.new-case';

export const emptyCase: CaseDraft = {
  source: 'hotline',
  externalId: '',
  asRevision: false,
  name: '',
  telephone: '',
  home: '',
  wantsCallBack: false,
  classCode: '',
  position: null,
  address: '',
  cityComponent: null,
  description: '',
  photoIds: [],
};

/** Whether anybody has begun to write: the source alone is chosen anew with one click. */
export function isBegun(draft: CaseDraft): boolean {
  return JSON.stringify({ ...draft, source: emptyCase.source }) !== JSON.stringify(emptyCase);
}

export function readCaseDraft(): CaseDraft | null {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? null : { ...emptyCase, ...(JSON.parse(kept) as Partial<CaseDraft>) };
  } catch {
    // Storage is closed or holds something else: the form begins empty.
    return null;
  }
}

export function keepCaseDraft(draft: CaseDraft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // As above: what is written stays on the page for as long as it is open.
  }
}
