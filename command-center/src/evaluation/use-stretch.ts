/** What is evaluated: whose area, and from when to when. */
import { useState } from 'react';
import { cityDay, lastMonths, periodOfDays, periodOfMonth, type Period } from './period.ts';

const shownMonths = 6;
export const ownDays = 'days';

export type Stretch = Period & { areaCode: string };

export function useStretch(homeCode: string) {
  const [now] = useState(() => new Date());
  const months = lastMonths(now, shownMonths);
  const [areaCode, setAreaCode] = useState(homeCode);
  const [chosen, setChosen] = useState(months[0]!);
  const [days, setDays] = useState({ first: cityDay(now), last: cityDay(now) });
  const period = chosen === ownDays ? periodOfDays(days.first, days.last) : periodOfMonth(chosen);
  return {
    stretch: { areaCode, ...period } satisfies Stretch,
    month: chosen === ownDays ? months[0]! : chosen,
    tools: { months, areaCode, setAreaCode, chosen, setChosen, days, setDays },
  };
}

export type StretchTools = ReturnType<typeof useStretch>['tools'];
