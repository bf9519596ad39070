import type { IncidentState } from '../incident.ts';
import { amberEnd, type ClockColour } from './case-clock.ts';
import type { CaseFacts, Limit } from './case-facts.ts';
import type { CaseSettings } from './case-settings.ts';
import type { WorkTime } from './work-calendar.ts';

type Seen = { settings: CaseSettings; workTime: WorkTime; now: Date };

export type StageColour = Exclude<ClockColour, 'standing'>;

/** How a case stands against the limit of its present stage; null where the stage has none. */
export function stageColourOf(
  { state, stages }: Pick<CaseFacts, 'state' | 'stages'>,
  { settings, workTime, now }: Seen,
): StageColour | null {
  const stage = stages[state];
  if (stage === undefined || stage.due === null) return null;
  if (stage.due < now.getTime()) return 'red';
  const limits: Partial<Record<IncidentState, Limit>> = settings.stageLimits;
  // The due time was fixed as the stage began: of the settings of today only the measure is asked.
  const unit = limits[state]?.unit ?? 'urgent-hour';
  const span = { from: new Date(stage.from), due: new Date(stage.due) };
  return amberEnd(unit, workTime, span) <= now ? 'amber' : 'green';
}
