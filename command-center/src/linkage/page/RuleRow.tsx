import { OctagonX } from 'lucide-react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { LinkageRule } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  LinkageRulesDocument,
  SaveLinkageRuleDocument,
  type RuleFieldsFragment,
} from '#gis/generated/graphql.ts';
import { Age } from '#ui/Age.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { useRuleName } from '../outcome-words.ts';
import { windowWords } from '../sentence/field-words.ts';
import styles from './Linkage.module.css';

type RuleRowProps = {
  rule: RuleFieldsFragment;
  /** All of them, to name those of a circle. */
  rules: readonly RuleFieldsFragment[];
  chosen: boolean;
  mayEdit: boolean;
  onChoose: () => void;
};

/** One rule: whether it runs, when it keeps still, what it did last, and why the engine stopped it. */
export function RuleRow({ rule, rules, chosen, mayEdit, onChoose }: RuleRowProps) {
  const { t } = useTranslation('linkage');
  const nameOf = useRuleName();
  const { id, name, area, enabled, stopped } = rule;
  const { quiet } = rule.rule as LinkageRule;
  const [last] = rule.firings;
  return (
    <li className={styles.row} data-rule={id} data-enabled={enabled}>
      <button type="button" className={styles.open} aria-pressed={chosen} onClick={onChoose}>
        <span className={styles.name}>{nameOf(name)}</span>
        <span className={styles.aside}>
          {area?.name ?? t('everywhere')}
          {quiet ? ` · ${t('quietIn', { window: windowWords(t, quiet) })}` : null}
        </span>
        <span className={styles.aside}>
          {last ? (
            <>
              {t('lastFired')} <Age since={new Date(last.firedAt)} />
              {last.count > 1 ? ` ${t('times', { count: last.count })}` : null}
            </>
          ) : (
            t('neverFired')
          )}
        </span>
      </button>
      <EnabledSwitch rule={rule} mayEdit={mayEdit} />
      {stopped ? (
        <p className={styles.stopped} data-stopped={stopped.reason}>
          <OctagonX size="1.2em" aria-hidden />
          {t(`stopped.${stopped.reason}`, {
            chain: stopped.chain
              .map((each) => nameOf(rules.find((one) => one.id === each)?.name ?? each))
              .join(' → '),
          })}
        </p>
      ) : null}
    </li>
  );
}

function EnabledSwitch({ rule, mayEdit }: Pick<RuleRowProps, 'rule' | 'mayEdit'>) {
  const { t } = useTranslation('linkage');
  const nameOf = useRuleName();
  const failureWords = useFailureWords();
  const [save, { error, loading }] = useMutation(SaveLinkageRuleDocument);
  const { id, version, name, enabled } = rule;
  const turn = (): void => {
    const words = { name, enabled: !enabled, rule: rule.rule };
    const input = { commandId: newCommandId(), id, version, ...words };
    save({ variables: { input }, refetchQueries: [LinkageRulesDocument] }).catch(() => undefined);
  };
  return (
    <span className={styles.switch}>
      <button
        type="button"
        role="switch"
        aria-checked={enabled}
        aria-label={t('runs', { name: nameOf(name) })}
        disabled={!mayEdit || loading}
        data-act="switch-rule"
        onClick={turn}
      >
        {t(enabled ? 'on' : 'off')}
      </button>
      {error ? (
        <span className={styles.refused} role="alert">
          {failureWords(error)}
        </span>
      ) : null}
    </span>
  );
}
