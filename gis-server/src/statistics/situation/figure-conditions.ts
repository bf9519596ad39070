/** What each number of the situation counts: one condition, for the count and for its rows. */
import { sql, type Statement } from '#database/sql.ts';
import { openStates, runningStates } from '#incidents/queries.ts';
import { ageBands, componentThemes, dueSoonHours, type SituationFigureId } from 'grid-data';

/** The moments that the conditions speak of; yesterday ends at the same time of day as today has come to. */
export type Moments = {
  now: Date;
  midnight: Date;
  yesterdayMidnight: Date;
  yesterdayNow: Date;
  unitsHeardSince: Date;
};

const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** The city's clock is eight hours ahead, summer and winter. */
const cityAheadMs = 8 * hourMs;

export function cityMidnightOf(at: Date): Date {
  const day = Math.floor((at.getTime() + cityAheadMs) / dayMs);
  return new Date(day * dayMs - cityAheadMs);
}

type Conditions = Record<SituationFigureId, Statement>;

const isOpen = sql`i.state = any(${openStates})`;

export function figureConditions(moments: Moments): Conditions {
  return {
    ...incidentConditions(moments),
    ...dayConditions(moments),
    ...thingConditions(moments),
  } as Conditions;
}

function incidentConditions({ now, midnight }: Moments): Partial<Conditions> {
  const ago = (hours: number) => new Date(now.getTime() - hours * hourMs);
  const soon = new Date(now.getTime() + dueSoonHours * hourMs);
  const isRunning = sql`i.state = any(${runningStates})`;
  const ages = ageBands.map(({ id, fromHours, toHours }) => {
    const young = toHours === null ? sql`true` : sql`i.reported_at > ${ago(toHours)}`;
    return [id, sql`(${isOpen} and i.reported_at <= ${ago(fromHours)} and ${young})`] as const;
  });
  const grades = [1, 2, 3, 4].map(
    (grade) => [`open-grade-${grade}`, sql`(${isOpen} and i.grade = ${grade}::int)`] as const,
  );
  return {
    open: isOpen,
    ...Object.fromEntries([...grades, ...ages]),
    unacknowledged: sql`(${isOpen} and i.acknowledged_at is null and i.grade <= 2)`,
    overdue: sql`(${isRunning} and i.due_at < ${now})`,
    'due-soon': sql`(${isRunning} and i.due_at >= ${now} and i.due_at < ${soon})`,
    suspended: sql`(i.state = 'suspended')`,
    'limit-met': sql`(i.feedback_at >= ${midnight} and i.feedback_at <= i.due_at)`,
    'limit-missed': sql`(i.feedback_at >= ${midnight} and i.feedback_at > i.due_at)`,
  };
}

function dayConditions(moments: Moments): Partial<Conditions> {
  const { midnight, yesterdayMidnight, yesterdayNow } = moments;
  const today = sql`i.reported_at >= ${midnight}`;
  const yesterday = sql`i.reported_at >= ${yesterdayMidnight} and i.reported_at < ${yesterdayNow}`;
  return {
    'reported-today': sql`(${today})`,
    'reported-yesterday': sql`(${yesterday})`,
    'grave-today': sql`(${today} and i.grade <= 2)`,
    'grave-yesterday': sql`(${yesterday} and i.grade <= 2)`,
    'closed-today': sql`(i.closed_at >= ${midnight})`,
    'closed-yesterday': sql`(i.closed_at >= ${yesterdayMidnight} and i.closed_at < ${yesterdayNow})`,
  };
}

function thingConditions({ unitsHeardSince }: Moments): Partial<Conditions> {
  const themes = componentThemes.map(
    (theme) =>
      [
        `components-${theme}`,
        sql`(c.state <> 'intact' and left(c.class_code, 2) = ${theme})`,
      ] as const,
  );
  return {
    'cameras-online': sql`(k.state = 'online')`,
    'cameras-offline': sql`(k.state = 'offline')`,
    'cameras-unknown': sql`(k.state = 'unknown')`,
    'units-on-duty': sql`(u.position_at >= ${unitsHeardSince})`,
    'units-silent': sql`(u.position_at is null or u.position_at < ${unitsHeardSince})`,
    ...Object.fromEntries(themes),
    'duty-leader': sql`(d.post = 'leader')`,
    'duty-shift-leader': sql`(d.post = 'shift-leader')`,
  };
}
