/** The clock and the stages of a case of the demo's past, told out of its history. */
import {
  ordinaryCaseSettings,
  pauseClock,
  stageFrom,
  startClock,
  withDueTimes,
  newCase,
  WorkTime,
} from 'grid-data';
import type { CaseFacts, Limit } from 'grid-data';
import { seedWorkCalendar, type IncidentRow } from 'grid-data/generate';

const workTime = new WorkTime(seedWorkCalendar());
const rules = { workTime, settings: ordinaryCaseSettings };

export function pastClock(incident: IncidentRow, limit: Limit | null) {
  const stages = stagesOf(incident);
  const stageDue = stages[incident.state]?.due ?? null;
  const row = {
    limit_value: limit?.value ?? null,
    limit_unit: limit?.unit ?? null,
    stages,
    stage_due_at: stageDue === null ? null : new Date(stageDue).toISOString(),
  };
  const dispatched = stages.dispatched;
  if (limit === null || dispatched === undefined)
    return { ...row, clock: null, close_due_at: null };
  const stood = stages.suspended ?? stages.feedback;
  const started = startClock(limit, new Date(dispatched.from));
  const clock = stood === undefined ? started : pauseClock(started, new Date(stood.from));
  const { source, areaCode, reportedAt: at, state } = incident;
  const facts = { ...newCase({ source, areaCode, at }), state, clock };
  const { closeDueAt } = withDueTimes(facts, rules);
  return {
    ...row,
    clock,
    close_due_at: closeDueAt?.toISOString() ?? null,
  };
}

function stagesOf({ history }: IncidentRow): CaseFacts['stages'] {
  const stages: CaseFacts['stages'] = {};
  for (const [index, { state, at }] of history.entries()) {
    const to = history[index + 1]?.at.getTime() ?? null;
    const stage = { ...stageFrom(state, { at, ...rules }), to };
    const sendDue = stages.reported?.due ?? null;
    stages[state] = state === 'verifying' ? { ...stage, sendDue } : stage;
  }
  return stages;
}
