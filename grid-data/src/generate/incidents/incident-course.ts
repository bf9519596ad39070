import type { IncidentState } from '#domain/incident.ts';
import type { IncidentPattern } from '../classes.ts';
import type { Random } from '../random.ts';
import type { IncidentHistoryRow } from '../rows.ts';
import { departmentAccountName } from '../things/people.ts';
import { dueAfter } from './work-time.ts';

export type Course = { history: IncidentHistoryRow[]; dueAt: Date | null };

type Actors = { reporter: string | null; checker: string };

type CourseFacts = {
  pattern: IncidentPattern;
  reportedAt: Date;
  now: Date;
  actors: Actors;
  verified: boolean;
};

/** The way of one incident through the house, as far as it has come by `now`. */
export function courseOf(facts: CourseFacts, random: Random): Course {
  const walk = new Walk(facts.reportedAt, facts.now);
  const fate = random.next();
  walk.step('reported', 0, [facts.actors.reporter, null]);
  if (facts.verified) walk.step('verifying', random.between(2, 9), ['acceptor', '下发核实任务']);
  if (fate < 0.045) {
    const reason = random.pick(['重复上报', '不属受理范围', '现场未发现问题']);
    walk.step('rejected', random.between(8, 40), ['acceptor', reason]);
    return walk.course(null);
  }
  walk.step('accepted', random.between(3, 25), ['acceptor', null]);
  if (fate < 0.06) {
    walk.step('voided', random.between(5, 40), ['shift-leader', '信息有误,作废']);
    return walk.course(null);
  }
  walk.step('registered', random.between(3, 28), ['shift-leader', '符合立案条件']);
  if (!walk.step('dispatched', random.between(2, 18), ['dispatcher', null]))
    return walk.course(null);
  const { limitValue, limitUnit } = facts.pattern;
  const dueAt = dueAfter(walk.at, limitValue, limitUnit);
  dispose(walk, { facts, dueAt, shelved: fate < 0.075 }, random);
  return walk.course(dueAt);
}

type Disposal = { facts: CourseFacts; dueAt: Date; shelved: boolean };

/** From the department's signature to the archive; one in eight goes past its time. */
function dispose(walk: Walk, { facts, dueAt, shelved }: Disposal, random: Random): void {
  const office = departmentAccountName(facts.pattern.departmentCode);
  const limit = (dueAt.getTime() - walk.at.getTime()) / minuteMs;
  walk.step('processing', Math.min(limit * 0.4, random.between(8, 90)), [office, '已签收']);
  if (shelved) {
    walk.step('suspended', random.between(60, 600), ['shift-leader', '需专项资金,挂账处理']);
    return;
  }
  const late = random.next() < 0.12 ? random.between(0.3, 0.9) : 0;
  const share = 0.18 + 0.62 * random.next() + late;
  walk.step('feedback', limit * share, [office, '已处置完毕']);
  walk.step('checking', random.between(5, 60), ['acceptor', '下发核查任务']);
  walk.step('checked', random.between(15, 180), [facts.actors.checker, '现场已恢复']);
  walk.step('closed', random.between(5, 90), ['shift-leader', null]);
  walk.step('archived', random.between(36, 96) * 60, ['acceptor', null]);
}

const minuteMs = 60_000;

/** Steps one after another until the next would lie in the future; from then on none is taken. */
class Walk {
  at: Date;
  readonly #now: Date;
  readonly #history: IncidentHistoryRow[] = [];
  #stopped = false;

  constructor(start: Date, now: Date) {
    this.at = start;
    this.#now = now;
  }

  step(
    state: IncidentState,
    minutes: number,
    [actorAccount, note]: [actor: string | null, note: string | null],
  ): boolean {
    const wait = this.#history.length === 0 ? 0 : Math.max(1, minutes) * minuteMs;
    const then = new Date(this.at.getTime() + wait);
    this.#stopped ||= then > this.#now;
    if (this.#stopped) return false;
    this.at = then;
    this.#history.push({ state, at: then, actorAccount, note });
    return true;
  }

  course(dueAt: Date | null): Course {
    return { history: this.#history, dueAt };
  }
}
