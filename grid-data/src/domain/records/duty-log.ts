/** 值班日志: what a shift of a center did, by its own hand and by the journal's word, until it is handed over. */
import { z } from 'zod';

export const longestDutyEntry = 1_000;
export const longestShiftSummary = 2_000;

/** 特大 and 重大: what the log of a duty tells of by itself, and a leader finds in a report without looking for it. */
export const gravestGrade = 2;

/** What the journal tells of a shift without anybody writing it down. */
export const dutyLogKinds = [
  'incident.reported', // of the gravest grades
  'incident.closed', // of them too
  'incident.instructed', // 批示、交办
  'incident.instruction-received',
  'shift-note.written', // 交接班
  'shift-note.taken',
  'duty.signed-in', // 签到、签退
  'duty.signed-out',
] as const;
export type DutyLogKind = (typeof dutyLogKinds)[number];

/** What an entry says stays in its table: it may name people, and the journal is for ever. */
export const dutyLogJournalKinds = {
  'duty-log.entered': { version: 1, audience: 'map', payload: z.object({}) },
  'duty-log.struck': { version: 1, audience: 'map', payload: z.object({}) },
  /** 交班: the hash is of all its lines as they stood. */
  'duty-shift.handed-over': {
    version: 1,
    audience: 'map',
    payload: z.object({ lines: z.number().int(), sha256: z.string() }),
  },
  /** 接班 */
  'duty-shift.taken-over': {
    version: 1,
    audience: 'map',
    payload: z.object({ handedOverBy: z.string() }),
  },
} as const;
