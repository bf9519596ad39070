/** What somebody has begun to write about a case, kept until it is said or thrown away: a reload must not lose it. */
export type MoveDraft = {
  move: string;
  /** Of the case that was looked at when it was begun; 0: the newest. */
  version: number;
  note: string;
  departmentCode: string;
  verdict: string;
  limitValue: string;
  handlerName: string;
  areaCode: string;
  mainIncidentId: string;
  photoIds: readonly string[];
  standardId: string;
  closingConditionMet: boolean;
  correction: CorrectionDraft;
};

/** What a case should say; empty or null: as it stands. */
export type CorrectionDraft = {
  classCode: string;
  position: { longitude: number; latitude: number } | null;
  address: string | null;
  grade: number | null;
};

const noCorrection: CorrectionDraft = { classCode: '', position: null, address: null, grade: null };

const prefix = 'cloud-eye.case-draft.';

export const emptyDraft = (move: string, version = 0): MoveDraft => ({
  move,
  version,
  note: '',
  departmentCode: '',
  verdict: '',
  limitValue: '',
  handlerName: '',
  areaCode: '',
  mainIncidentId: '',
  photoIds: [],
  standardId: '',
  closingConditionMet: false,
  correction: noCorrection,
});

export function readDraft(incidentId: string): MoveDraft | null {
  try {
    const kept = localStorage.getItem(prefix + incidentId);
    if (kept === null) return null;
    const read = JSON.parse(kept) as Partial<MoveDraft>;
    return typeof read.move === 'string' ? { ...emptyDraft(read.move), ...read } : null;
  } catch {
    // Storage is closed or holds something else: the desk works without drafts.
    return null;
  }
}

export function keepDraft(incidentId: string, draft: MoveDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(prefix + incidentId);
    else localStorage.setItem(prefix + incidentId, JSON.stringify(draft));
  } catch {
    // As above: what is written stays on the page for as long as it is open.
  }
}
