/** Takes in what somebody asks to be copied, before any statement is made of it. */
import { takeInText, takeInWord } from '#graphql/take-in.ts';
import {
  DomainError,
  exportLimits,
  exportMaskings,
  legalBases,
  pictureRegion,
  type ExportMasking,
  type PictureRegion,
} from 'grid-data';
import type { ViewRequestRecord } from './view-request-record.ts';

export type ExportInput = {
  commandId: string;
  requestId: string;
  cameraId: string;
  windowFrom: Date;
  windowTo: Date;
  caseNo: string;
  legalBasis: string;
  masking?: string;
  regions?: readonly PictureRegion[] | null;
};

export type AskedExport = {
  windowFrom: Date;
  windowTo: Date;
  caseNo: string;
  legalBasis: string;
  masking: ExportMasking;
  regions: PictureRegion[];
};

const hourMs = 3_600_000;

export function takeInExport(input: ExportInput): AskedExport {
  const { windowFrom, windowTo, masking = 'whole-picture' } = input;
  const lengthMs = windowTo.getTime() - windowFrom.getTime();
  if (lengthMs <= 0 || lengthMs > exportLimits.hours * hourMs) {
    throw refused(
      'windowTo',
      `after windowFrom, by at most ${exportLimits.hours} h`,
      'export-length',
    );
  }
  const caseNo = takeInText(input.caseNo, 60, 'input.caseNo');
  if (caseNo === null) throw refused('caseNo', 'a case number', 'case-missing');
  return {
    windowFrom,
    windowTo,
    caseNo,
    legalBasis: takeInWord(input.legalBasis, legalBases, 'input.legalBasis'),
    masking: takeInWord(masking, exportMaskings, 'input.masking'),
    regions: takeInRegions(input.regions ?? [], masking),
  };
}

export function checkInWindow(
  { windowFrom, windowTo }: AskedExport,
  granted: Pick<ViewRequestRecord, 'windowFrom' | 'windowTo'>,
): void {
  if (windowFrom >= granted.windowFrom && windowTo <= granted.windowTo) return;
  throw refused('windowFrom', 'inside the granted window', 'outside-window');
}

function takeInRegions(given: readonly PictureRegion[], masking: string): PictureRegion[] {
  const regions = given.map((region) => pictureRegion.safeParse(region));
  const sound = regions.flatMap(({ data }) => data ?? []);
  const fits = masking === 'regions' ? sound.length > 0 : given.length === 0;
  if (fits && sound.length === given.length && given.length <= exportLimits.regions) return sound;
  throw refused('regions', `one to ${exportLimits.regions} parts, for masking regions`, 'regions');
}

function refused(field: string, message: string, reason: string): DomainError {
  return new DomainError('invalid-input', `input.${field}: ${message}`, {
    reason,
    details: { field: `input.${field}` },
  });
}
