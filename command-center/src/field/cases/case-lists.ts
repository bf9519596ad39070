/** The lists of cases that a worker carries about; their answers and pictures stay on the phone under one name each. */
import { useEffect } from 'react';
import { photoSides } from '#desk/photo-sides.ts';
import {
  FieldCasesDocument,
  FieldMyReportsDocument,
  type FieldCaseFragment,
  type FieldCasesQuery,
  type FieldMyReportsQuery,
} from '#gis/generated/graphql.ts';
import { keepPictures, type PicturesOf } from '../offline/keep-pictures.ts';
import type { Worker } from '../session/worker-session.ts';
import { askAhead, useAsked, type Asked } from '../use-asked.ts';

type Whose = Pick<Worker, 'area'>;

export const disposes = ({ permissions }: Pick<Worker, 'permissions'>): boolean =>
  permissions.includes('incident.dispose');

const checksOf = ({ area }: Whose) => ({
  areaCode: area.code,
  states: ['verifying', 'checking'],
});
const inHandOf = ({ area }: Whose) => ({
  areaCode: area.code,
  states: ['dispatched', 'processing'],
});

const previewsOf = (photos: FieldCaseFragment['photos']) =>
  photos.map(({ id }) => `/photos/${id}/preview`);
const picturesOfCases = ({ incidents }: FieldCasesQuery) =>
  incidents.nodes.flatMap(({ photos }) => previewsOf(photos));
/** Of one's own report the phone shows what was done about it. */
const picturesOfReports = ({ myReports }: FieldMyReportsQuery) =>
  myReports.nodes.flatMap(({ photos }) => previewsOf(photoSides(photos).after));

/** 核实 and 核查: what is to be looked at on the spot. */
export function useChecks(worker: Whose): Asked<FieldCasesQuery> {
  const asked = useAsked('checks', FieldCasesDocument, checksOf(worker));
  return useKeptPictures('checks', asked, picturesOfCases);
}

/** What the worker's department has to do or is doing. */
export function useInHand(worker: Whose): Asked<FieldCasesQuery> {
  const asked = useAsked('in-hand', FieldCasesDocument, inHandOf(worker));
  return useKeptPictures('in-hand', asked, picturesOfCases);
}

export function useMyReports(): Asked<FieldMyReportsQuery> {
  const asked = useAsked('my-reports', FieldMyReportsDocument, {});
  return useKeptPictures('my-reports', asked, picturesOfReports);
}

/** Whoever drives into a dead zone has them with their pictures, whichever page was open before. */
export async function askCasesAhead(worker: Pick<Worker, 'area' | 'permissions'>): Promise<void> {
  const checks = await askAhead('checks', FieldCasesDocument, checksOf(worker));
  if (checks !== null) await keepPictures('checks', picturesOfCases(checks));
  const reports = await askAhead('my-reports', FieldMyReportsDocument, {});
  if (reports !== null) await keepPictures('my-reports', picturesOfReports(reports));
  if (!disposes(worker)) return;
  const inHand = await askAhead('in-hand', FieldCasesDocument, inHandOf(worker));
  if (inHand !== null) await keepPictures('in-hand', picturesOfCases(inHand));
}

function useKeptPictures<Value>(
  of: PicturesOf,
  asked: Asked<Value>,
  pathsOf: (value: Value) => readonly string[],
): Asked<Value> {
  const { value, stale } = asked;
  useEffect(() => {
    if (value !== null && !stale) void keepPictures(of, pathsOf(value));
  }, [of, value, stale, pathsOf]);
  return asked;
}
