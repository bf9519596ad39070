import type { JournalKind, JournalPayload } from 'grid-data';

/** A row of the journal as readers get it. */
export type JournalRow = {
  readonly seq: number;
  readonly at: Date;
  readonly kind: JournalKind;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly areaCode: string;
  /** The department a case was with when the row was written. */
  readonly departmentCode: string | null;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly position: { longitude: number; latitude: number } | null;
  readonly payload: Record<string, unknown>;
  readonly commandId: string | null;
};

export const subjectKinds = [
  'incident',
  'city-component',
  'camera',
  'camera-view',
  'video-platform',
  'sweep',
  'camera-tour',
  'duty',
  'field-duty',
  'account',
  'session',
  'import',
  'view-request',
  'recording-export',
  'wall-screen',
  'plot',
  'drawn-layer',
  'row-export',
  'wall-scene',
  'wall-hall',
  'panels',
  'linkage-rule',
  'case-rule',
  'dispatch-rule',
  'evaluation',
  'document',
  'shift-note',
  'duty-shift',
  'special-report',
  'bulletin',
  'patrol',
  'patrol-task',
  'field-leave',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What a command has to say; seq, time and actor are added where it is written. */
export type JournalRecord<K extends JournalKind = JournalKind> = {
  kind: K;
  areaCode: string;
  departmentCode?: string | null;
  subjectKind: SubjectKind;
  subjectId: string;
  position?: { longitude: number; latitude: number } | null;
  payload: JournalPayload<K>;
};
