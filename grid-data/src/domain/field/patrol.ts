/** 巡查、走访: rounds and visits by a list of things to look at. The lists are the city's own. */
import { z } from 'zod';

export const patrolKinds = [
  'patrol', // 巡查: streets and places
  'visit', // 走访: households and units
] as const;
export type PatrolKind = (typeof patrolKinds)[number];

export const checkFindings = [
  'ok', // 正常
  'not-ok', // 有问题
  'not-there', // 不涉及
] as const;
export type CheckFinding = (typeof checkFindings)[number];

export type CheckItem = {
  code: string;
  nameZh: string;
  nameEn: string;
  /** The class that a report of it mostly is; null where none fits. */
  classCode: string | null;
};

export const mostCheckItems = 40;

/** Notes stay in their own table: what was said at a door is not for the journal, which is for ever. */
export const patrolJournalKinds = {
  'patrol.recorded': {
    version: 1,
    audience: 'map',
    payload: z.object({
      kind: z.enum(patrolKinds),
      listCode: z.string(),
      items: z.number().int(),
      notOk: z.number().int(),
    }),
  },
  'patrol-task.issued': {
    version: 1,
    audience: 'map',
    payload: z.object({ listCode: z.string(), dueAt: z.string().nullable() }),
  },
  'patrol-task.ended': { version: 1, audience: 'map', payload: z.object({ listCode: z.string() }) },
} as const;
