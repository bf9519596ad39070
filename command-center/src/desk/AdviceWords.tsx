import { useTranslation } from 'react-i18next';
import type { DispatchAdviceQuery } from '#gis/generated/graphql.ts';
import { useClassName } from '#words/use-class-name.ts';
import { useDepartmentName } from './use-department-name.ts';
import styles from './CaseMoves.module.css';

export type Advice = NonNullable<NonNullable<DispatchAdviceQuery['incident']>['dispatchAdvice']>;

/** Where a case would go, by which rule, and how that department stands; what it sent back is not overlooked. */
export function AdviceWords({ advice }: { advice: Advice }) {
  const { t } = useTranslation('desk');
  const nameOf = useDepartmentName();
  const classNameOf = useClassName();
  const { rule, dispatchRule, department, openCases, returned } = advice;
  const why =
    dispatchRule === null || dispatchRule === undefined
      ? t(`rule.${rule}`)
      : t('rule.dispatch-rule', {
          area: dispatchRule.area?.name ?? t('rules.above'),
          class: dispatchRule.class ? classNameOf(dispatchRule.class) : t('rules.anyClass'),
          during: t(`rules.during.${dispatchRule.during}`),
        });
  return (
    <p className={styles.advice} data-advice={rule}>
      {t('advice.why', { name: nameOf(department), rule: why })}{' '}
      {t('advice.load', { count: openCases })}
      {returned > 0 ? (
        <strong data-returned={returned}> {t('advice.returned', { count: returned })}</strong>
      ) : null}
    </p>
  );
}
