/** 专报: what a center tells its leaders of one case or several, by a template. */
import { z } from 'zod';

export const specialReportStates = ['draft', 'submitted', 'approved'] as const;
export type SpecialReportState = (typeof specialReportStates)[number];

/** 事由、经过、处置、建议: the parts of the template, in their order. */
export const specialReportParts = ['cause', 'course', 'disposal', 'advice'] as const;
export type SpecialReportPart = (typeof specialReportParts)[number];

export const longestReportTitle = 100;
export const longestReportPart = 6_000;
export const mostReportCases = 20;

/** What it says stays in its table. */
export const specialReportJournalKinds = {
  'special-report.written': {
    version: 1,
    audience: 'map',
    payload: z.object({ title: z.string(), cases: z.number().int() }),
  },
  'special-report.submitted': {
    version: 1,
    audience: 'map',
    payload: z.object({ title: z.string() }),
  },
  'special-report.approved': {
    version: 1,
    audience: 'map',
    payload: z.object({ title: z.string(), number: z.string() }),
  },
  'special-report.returned': {
    version: 1,
    audience: 'map',
    payload: z.object({ title: z.string() }),
  },
} as const;
