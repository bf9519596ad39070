/** Takes in what somebody asks to look at, before any statement is made of it. */
import { isUuid, takeInText, takeInWord } from '#graphql/take-in.ts';
import {
  DomainError,
  legalBases,
  viewApplicants,
  viewRequestLimits,
  type LegalBasis,
  type ViewApplicant,
} from 'grid-data';

export type ViewRequestInput = {
  commandId: string;
  legalBasis: string;
  cameraIds: readonly string[];
  windowFrom: Date;
  windowTo: Date;
  reason: string;
  caseNo?: string | null;
  incidentId?: string | null;
  applicant?: string;
  applicantName?: string | null;
  emergency?: boolean;
  sound?: boolean;
};

export type AskedView = {
  legalBasis: LegalBasis;
  cameraIds: string[];
  windowFrom: Date;
  windowTo: Date;
  reason: string;
  caseNo: string | null;
  incidentId: string | null;
  applicant: ViewApplicant;
  applicantName: string | null;
  emergency: boolean;
  sound: boolean;
};

const hourMs = 3_600_000;

export function takeInRequest(input: ViewRequestInput, now: Date): AskedView {
  const { windowFrom, windowTo, applicant = 'officer', emergency = false, sound = false } = input;
  const asked: AskedView = {
    legalBasis: takeInWord(input.legalBasis, legalBases, 'input.legalBasis'),
    cameraIds: [...new Set(input.cameraIds)],
    windowFrom,
    windowTo,
    reason: takeInText(input.reason, 500, 'input.reason') ?? '',
    caseNo: takeInText(input.caseNo, 60, 'input.caseNo'),
    incidentId: input.incidentId ?? null,
    applicant: takeInWord(applicant, viewApplicants, 'input.applicant'),
    applicantName: takeInText(input.applicantName, 60, 'input.applicantName'),
    emergency,
    sound,
  };
  checkWhat(asked, now);
  checkWhy(asked);
  return asked;
}

function checkWhat({ cameraIds, windowFrom, windowTo }: AskedView, now: Date): void {
  const { cameras, windowHours } = viewRequestLimits;
  if (cameraIds.length < 1 || cameraIds.length > cameras) {
    throw refused('cameraIds', `one to ${cameras} cameras`, 'too-many-cameras');
  }
  const lengthMs = windowTo.getTime() - windowFrom.getTime();
  if (lengthMs <= 0 || lengthMs > windowHours * hourMs) {
    throw refused('windowTo', `after windowFrom, by at most ${windowHours} h`, 'window-length');
  }
  if (windowTo > now) throw refused('windowTo', 'nothing is recorded yet', 'window-in-future');
}

function checkWhy(asked: AskedView): void {
  const { reason, applicant, applicantName, legalBasis, emergency, caseNo, incidentId } = asked;
  if (reason.length < 4) throw refused('reason', 'say why, in words', 'reason-missing');
  if (incidentId !== null && !isUuid(incidentId)) {
    throw refused('incidentId', 'no such incident', 'unknown-incident');
  }
  const byOfficer = applicant === 'officer';
  if (byOfficer !== (applicantName === null)) {
    throw refused('applicantName', 'the person who asks, where it is no officer', 'applicant-name');
  }
  if (byOfficer !== (legalBasis !== 'person-concerned')) {
    throw refused('legalBasis', 'person-concerned is for persons concerned', 'basis-of-applicant');
  }
  if (byOfficer && caseNo === null && incidentId === null) {
    throw refused('caseNo', 'a case number or an incident', 'case-missing');
  }
  if (emergency && (!byOfficer || incidentId === null)) {
    throw refused('emergency', 'an emergency has an open incident', 'emergency-needs-incident');
  }
}

function refused(field: string, message: string, reason: string): DomainError {
  return new DomainError('invalid-input', `input.${field}: ${message}`, {
    reason,
    details: { field: `input.${field}` },
  });
}
