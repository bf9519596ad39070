import { useTranslation } from 'react-i18next';
import type { LinkageRule } from 'grid-data';
import type { RuleFieldsFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { RuleSentence } from '../sentence/RuleSentence.tsx';
import type { Choices } from '../sentence/use-choices.ts';
import styles from './Linkage.module.css';

type RuleConflictProps = {
  theirs: RuleFieldsFragment;
  mine: LinkageRule;
  choices: Choices;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Somebody changed the rule meanwhile: both sentences side by side, and nothing lost of either. */
export function RuleConflict(props: RuleConflictProps) {
  const { theirs, mine, choices, onKeepMine, onTakeTheirs } = props;
  const { t } = useTranslation('linkage');
  const sides = [
    {
      name: 'theirs',
      rule: theirs.rule as LinkageRule,
      title: t('conflict.theirs', {
        by: theirs.changedBy,
        at: clockWords(new Date(theirs.changedAt), 'full'),
      }),
      act: onTakeTheirs,
    },
    { name: 'mine', rule: mine, title: t('conflict.mine'), act: onKeepMine },
  ];
  return (
    <div className={styles.conflict} role="alert" data-reason="version">
      <p>{t('conflict.means')}</p>
      <div className={styles.sides}>
        {sides.map(({ name, rule, title, act }) => (
          <section key={name} data-side={name}>
            <h3>{title}</h3>
            <RuleSentence rule={rule} choices={choices} faults={[]} onChange={null} />
            <Button data-act={`keep-${name}`} onClick={act}>
              {t(`conflict.keep.${name}`)}
            </Button>
          </section>
        ))}
      </div>
    </div>
  );
}
