/** What became of a firing's effects, in words a duty officer understands. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

type OfferedCamera = { refusal?: string | null };
export type ToldOutcome = {
  kind: string;
  state: string;
  refusal?: string | null | undefined;
  told?: readonly string[] | undefined;
  cameras?: readonly OfferedCamera[] | undefined;
};

/** An unknown reason shows as it came. */
export function refusalWords(t: TFunction<'linkage'>, reason: string): string {
  return t(`refusal.${reason}`, {
    defaultValue: t(`incidents:refusal.${reason}`, {
      defaultValue: t('refusal.unknown', { reason }),
    }),
  });
}

/** One effect and its end: done, waiting, or not done and why. */
export function outcomeWords(t: TFunction<'linkage'>, outcome: ToldOutcome): string {
  const { kind, state, refusal, told = [], cameras = [] } = outcome;
  const what = t(`effectDone.${kind}`, {
    count: kind === 'open-cameras' ? opened(cameras).length : told.length,
    role: t(`role.${told[1] ?? 'on-duty'}`),
    defaultValue: kind,
  });
  if (state === 'pending') return t('outcome.pending', { what });
  if (state === 'done') return what;
  return t('outcome.refused', {
    what: t(`effectName.${kind}`, { defaultValue: kind }),
    why: refusalWords(t, refusal ?? 'unknown'),
  });
}

function opened(cameras: readonly OfferedCamera[]): readonly OfferedCamera[] {
  return cameras.filter(({ refusal }) => !refusal);
}

/** How many cameras could not be opened, by the reason, the commonest first. */
export function refusedCameras(
  outcomes: readonly ToldOutcome[],
): [reason: string, count: number][] {
  const reasons = outcomes
    .filter(({ kind }) => kind === 'open-cameras')
    .flatMap(({ cameras = [] }) => cameras.flatMap(({ refusal }) => refusal ?? []));
  return [...Map.groupBy(reasons, (reason) => reason)]
    .map(([reason, all]): [string, number] => [reason, all.length])
    .sort((a, b) => b[1] - a[1]);
}

/** The name of a rule; the first one has its name from the words. */
export function useRuleName(): (name: string) => string {
  const { t } = useTranslation('linkage');
  return (name) => name || t('firstRule');
}
