import type { StandardLineFragment } from '#gis/generated/graphql.ts';

type Standards = {
  standard?: StandardLineFragment | null;
  standardChoices: readonly StandardLineFragment[];
};

/** The standard that the case stands on or that is chosen; before, all that its class has in force. */
export function conditionsOf(
  { standard, standardChoices }: Standards,
  of: 'register' | 'close',
  standardId: string,
): readonly StandardLineFragment[] {
  const own = of === 'close' ? standard : standardChoices.find(({ id }) => id === standardId);
  const all = own ? [own] : standardChoices;
  return of === 'close' ? all.filter(({ closeCondition }) => closeCondition !== '') : all;
}
