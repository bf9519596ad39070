/** 批示、交办: what a leader says to a case, and who has taken it. */
import { z } from 'zod';

export const instructionKinds = [
  'comment', // 批示
  'assignment', // 交办
] as const;
export type InstructionKind = (typeof instructionKinds)[number];

export const longestInstruction = 500;

const note = z.string().max(longestInstruction).nullable();

/** Told in the history of the case, and to all who see it. */
export const instructionJournalKinds = {
  'incident.instructed': {
    version: 1,
    audience: 'map',
    payload: z.object({
      instructionId: z.uuid(),
      kind: z.enum(instructionKinds),
      note,
      toDepartmentCode: z.string().nullable(),
    }),
  },
  'incident.instruction-received': {
    version: 1,
    audience: 'map',
    payload: z.object({ instructionId: z.uuid(), kind: z.enum(instructionKinds), note }),
  },
} as const;
