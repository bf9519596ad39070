/** A report that is being written. The phone may close the app for its camera, so it is kept with every change. */
import type { FoundPlace } from '../place/find-place.ts';

export type DraftPhoto = { id: string; bytes: ArrayBuffer; type: string };

/** 重点单位 that a report is about. */
export type DraftUnit = { id: string; name: string };

/** 部件 that a report is about. */
export type DraftComponent = { code: string; name: string };

export type ReportDraft = {
  classCode: string | null;
  description: string;
  address: string;
  photos: readonly DraftPhoto[];
  /** Set by hand on the map; else the phone's place at the moment of sending. */
  place: FoundPlace | null;
  keyUnit: DraftUnit | null;
  component: DraftComponent | null;
  /** The refused entry that this one goes in the place of. */
  corrects: string | null;
  /** What was being written when the correction began; it comes back afterwards. */
  parked: ReportDraft | null;
};

export const emptyDraft: ReportDraft = {
  classCode: null,
  description: '',
  address: '',
  photos: [],
  place: null,
  keyUnit: null,
  component: null,
  corrects: null,
  parked: null,
};

/** Whether anything is written. */
export function isBegun(draft: ReportDraft): boolean {
  const { classCode, description, photos, place, keyUnit } = draft;
  return (
    classCode !== null ||
    description.trim() !== '' ||
    photos.length > 0 ||
    place !== null ||
    keyUnit !== null
  );
}

export const mostPhotos = 9;
const recentKey = 'cloud-eye.field.recent-classes';
const recentShown = 8;

/** What is reported most in towns, until the phone knows what its worker reports. */
const usualClasses = ['E0102', 'E0504', 'E0505', 'E0501', 'E0507', 'E0110', 'E0404', 'E0205'];

export function recentClasses(): string[] {
  let kept: unknown;
  try {
    kept = JSON.parse(localStorage.getItem(recentKey) ?? '[]');
  } catch {
    kept = [];
  }
  const recent = Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  return [...new Set([...recent, ...usualClasses])].slice(0, recentShown);
}

/** The one that was reported comes first, the others keep their places: thumbs learn places. */
export function rememberClass(code: string): void {
  const shown = recentClasses();
  const next = shown.includes(code) ? shown : [code, ...shown].slice(0, recentShown);
  try {
    localStorage.setItem(recentKey, JSON.stringify(next));
  } catch {
    // Storage is closed: the usual ones are shown again.
  }
}
