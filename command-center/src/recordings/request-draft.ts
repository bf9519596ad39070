/** What somebody writes into the form, and what is still wrong with it; gis-server has the last word. */
import { viewRequestLimits, type LegalBasis, type ViewApplicant } from 'grid-data';
import { fromInput, toInput } from './city-time.ts';
import type { FoundThing } from './ThingFinder.tsx';

export type RequestDraft = {
  legalBasis: LegalBasis;
  applicant: ViewApplicant;
  applicantName: string;
  caseNo: string;
  incident: FoundThing | null;
  cameras: readonly FoundThing[];
  windowFrom: string;
  windowTo: string;
  reason: string;
  emergency: boolean;
  sound: boolean;
};

const hourMs = 3_600_000;

/** The hour before now: what happened a while ago is what is mostly asked for. */
export function emptyDraft(now: Date): RequestDraft {
  return {
    legalBasis: 'criminal-case',
    applicant: 'officer',
    applicantName: '',
    caseNo: '',
    incident: null,
    cameras: [],
    windowFrom: toInput(new Date(now.getTime() - 2 * hourMs)),
    windowTo: toInput(new Date(now.getTime() - hourMs)),
    reason: '',
    emergency: false,
    sound: false,
  };
}

/** The first thing to mend, in the word that gis-server would refuse it with. */
export function faultOf(draft: RequestDraft): string | null {
  const { applicant, applicantName, caseNo, incident, cameras, emergency, reason } = draft;
  const byOfficer = applicant === 'officer';
  if (!byOfficer && applicantName.trim() === '') return 'applicant-name';
  if (byOfficer && caseNo.trim() === '' && incident === null) return 'case-missing';
  if (emergency && incident === null) return 'emergency-needs-incident';
  if (cameras.length === 0) return 'too-many-cameras';
  const [from, to] = [fromInput(draft.windowFrom), fromInput(draft.windowTo)];
  const lengthMs = from && to ? to.getTime() - from.getTime() : 0;
  if (lengthMs <= 0 || lengthMs > viewRequestLimits.windowHours * hourMs) return 'window-length';
  if (reason.trim().length < 4) return 'reason-missing';
  return null;
}
