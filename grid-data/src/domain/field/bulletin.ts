/** 协查、通知公告: what a center says to many in the field at once, and what comes back. */
import { z } from 'zod';
import type { Role } from '../roles.ts';

export const bulletinKinds = [
  'assist', // 协查: look out for something, and say whether it was seen
  'notice', // 通知公告: read it
] as const;
export type BulletinKind = (typeof bulletinKinds)[number];

/** To whom a bulletin may go: those who work in an area, not those who speak for it. */
export const bulletinRoles = [
  'grid-worker',
  'village-officer',
  'town-monitor',
] as const satisfies readonly Role[];
export type BulletinRole = (typeof bulletinRoles)[number];

export const assistFindings = [
  'found', // 发现
  'not-found', // 未发现
] as const;
export type AssistFinding = (typeof assistFindings)[number];

export const longestBulletinTitle = 80;
export const longestBulletin = 2_000;

/** What it says stays in its own table: an assist order may name a person, and the journal is for ever. */
export const bulletinJournalKinds = {
  'bulletin.issued': {
    version: 1,
    audience: 'map',
    payload: z.object({
      kind: z.enum(bulletinKinds),
      roles: z.array(z.enum(bulletinRoles)),
      dueAt: z.string().nullable(),
    }),
  },
  'bulletin.ended': {
    version: 1,
    audience: 'map',
    payload: z.object({ kind: z.enum(bulletinKinds) }),
  },
  'bulletin.read': { version: 1, audience: 'audit', payload: z.object({ readAt: z.string() }) },
  'bulletin.answered': {
    version: 1,
    audience: 'map',
    payload: z.object({
      finding: z.enum(assistFindings).nullable(),
      photos: z.number().int(),
    }),
  },
} as const;
