/** 请假与 AB 岗: who is away, and who stands in meanwhile. */
import { z } from 'zod';

export const leaveStates = [
  'asked', // 待批
  'granted', // 准假
  'refused', // 不准
  'withdrawn', // 撤回 or 销假
] as const;
export type LeaveState = (typeof leaveStates)[number];

export const longestLeaveDays = 180;

/** Why somebody is away is between the two; the journal says that and until when. */
export const leaveJournalKinds = {
  'field-leave.asked': {
    version: 1,
    audience: 'map',
    payload: z.object({ substitute: z.string(), fromAt: z.string(), toAt: z.string() }),
  },
  'field-leave.decided': {
    version: 1,
    audience: 'map',
    payload: z.object({ name: z.string(), to: z.enum(leaveStates) }),
  },
} as const;
