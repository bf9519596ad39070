import { z } from 'zod';
import { escalationLevels } from './case-settings.ts';
import { correctableFields } from './correction.ts';
import { incidentStates } from '../incident.ts';
import { callBackOutcomes } from '../reporter.ts';
import type { JournalKindDefinition } from '../journal-kind-definition.ts';

const note = z.string().max(2000).nullable();
const state = z.enum(incidentStates);

export const caseJournalKinds = {
  'incident.moved': {
    version: 2,
    audience: 'map',
    payload: z.object({
      /** A row of the table of moves; null where the row was written before the table had names. */
      move: z.string().nullable(),
      from: state,
      to: state,
      departmentCode: z.string().nullable(),
      note,
    }),
    upcasters: { 1: (old) => ({ ...old, move: null }) },
  },
  /** A move that leaves the case in its state: asked, granted, assigned, urged … */
  'incident.acted': {
    version: 1,
    audience: 'map',
    payload: z.object({
      move: z.string(),
      state,
      departmentCode: z.string().nullable(),
      dueAt: z.string().nullable(),
      note,
    }),
  },
  /** 更正: what the desk has put right, from what to what. */
  'incident.corrected': {
    version: 1,
    audience: 'map',
    payload: z.object({
      changes: z.array(
        z.object({
          field: z.enum([...correctableFields, 'title', 'areaCode']),
          from: z.union([z.string(), z.number()]).nullable(),
          to: z.union([z.string(), z.number()]).nullable(),
        }),
      ),
    }),
  },
  /** For those who saw a case where it was thought to be; its story goes on where it is. */
  'incident.left-area': {
    version: 1,
    audience: 'map',
    payload: z.object({ fromAreaCode: z.string(), toAreaCode: z.string() }),
  },
  /** A newer revision of its order has come; what it changed, never to what: the words may name people. */
  'incident.revised': {
    version: 1,
    audience: 'map',
    payload: z.object({
      source: z.string(),
      externalId: z.string(),
      revision: z.number().int(),
      changed: z.array(z.string()),
    }),
  },
  /** Somebody has read who told it. */
  'incident.reporter-unmasked': {
    version: 1,
    audience: 'audit',
    payload: z.object({ note: z.string().max(2000) }),
  },
  /** 回访: whoever told it was called back. */
  'incident.called-back': {
    version: 1,
    audience: 'map',
    payload: z.object({ outcome: z.enum(callBackOutcomes) }),
  },
  /** Photos that a report or a move has brought; the hashes are those of the pictures that are kept. */
  'incident.photographed': {
    version: 1,
    audience: 'map',
    payload: z.object({
      move: z.string(),
      photos: z.array(z.object({ id: z.string(), sha256: z.string() })),
    }),
  },
  /** Figures kept as they stood, each with the version of its formula. */
  'evaluation.kept': {
    version: 1,
    audience: 'map',
    payload: z.object({
      from: z.string(),
      to: z.string(),
      formulas: z.record(z.string(), z.number().int()),
    }),
  },
  /** A paper of the house, made into a file. */
  'document.made': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      document: z.string(),
      format: z.string(),
      title: z.string(),
      sha256: z.string(),
    }),
  },
  /** A limit draws near (amber), is missed (red) or stays missed (late): who was told, by name where one is on duty. */
  'incident.escalated': {
    version: 1,
    audience: 'map',
    payload: z.object({
      level: z.enum(escalationLevels),
      dueAt: z.string(),
      told: z.array(z.object({ role: z.string(), name: z.string().nullable() })),
    }),
  },
  /** What the administrator has decided about the loop. */
  'case-rule.saved': {
    version: 1,
    audience: 'map',
    payload: z.object({
      what: z.enum(['calendar', 'settings', 'standard', 'check-list', 'reports']),
      name: z.string(),
      version: z.number().int(),
    }),
  },
  /** No longer used for what is new, or used again. */
  'case-rule.retired': {
    version: 1,
    audience: 'map',
    payload: z.object({
      what: z.enum(['standard', 'class', 'department', 'check-list']),
      name: z.string(),
      retired: z.boolean(),
    }),
  },
  /** A leader's act outside the table. */
  'incident.forced': {
    version: 1,
    audience: 'audit',
    payload: z.object({ from: state, to: state, note: z.string().max(2000) }),
  },
  /** 交接班: what one shift leaves to the next. */
  'shift-note.written': {
    version: 1,
    audience: 'map',
    payload: z.object({ cases: z.number().int() }),
  },
  'shift-note.taken': { version: 1, audience: 'map', payload: z.object({ writtenBy: z.string() }) },
} as const satisfies Record<string, JournalKindDefinition>;
