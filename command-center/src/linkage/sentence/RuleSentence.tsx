import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import {
  linkageEffectKinds,
  type LinkageEffectKind,
  type LinkageRule,
  type RuleFault,
} from 'grid-data';
import { Button } from '#ui/Button.tsx';
import { AddedConditions, useAddedConditions } from './added-conditions.ts';
import { Blank } from './Blank.tsx';
import { OneChoice } from './choices/OneChoice.tsx';
import { useEffectBlanks } from './EffectBlanks.tsx';
import { DuringBlank, MergeBlank, MostBlank, QuietBlank } from './PaceBlanks.tsx';
import {
  conditions,
  isSet,
  mayHave,
  newEffect,
  withCondition,
  type Condition,
} from './rule-draft.ts';
import { SentenceContext, useSentence, type Sentence } from './sentence-context.ts';
import { ClassesBlank, GradesBlank, SourcesBlank } from './TriggerBlanks.tsx';
import { TriggerWords } from './TriggerWords.tsx';
import type { Choices } from './use-choices.ts';
import { WordsWithBlanks } from './words-with-blanks.tsx';
import styles from './Sentence.module.css';

type RuleSentenceProps = {
  rule: LinkageRule;
  choices: Choices;
  faults: readonly RuleFault[];
  /** Null where the sentence is only read. */
  onChange: ((rule: LinkageRule) => void) | null;
};

/** A rule as a sentence, each of its blanks a chip that opens what may stand there. */
export function RuleSentence({ rule, choices, faults, onChange }: RuleSentenceProps) {
  const { t } = useTranslation('linkage');
  const [added, setAdded] = useState<readonly Condition[]>([]);
  const sentence = useMemo<Sentence>(
    () => ({ rule, choices, faults, change: onChange }),
    [rule, choices, faults, onChange],
  );
  const additions = useMemo(
    () => ({
      added,
      add: (condition: Condition) => setAdded((before) => [...before, condition]),
      remove: (condition: Condition) =>
        setAdded((before) => before.filter((each) => each !== condition)),
    }),
    [added],
  );
  return (
    <SentenceContext value={sentence}>
      <AddedConditions value={additions}>
        <div className={styles.sentence} role="group" aria-label={t('sentence.label')}>
          <div className={styles.when} data-part="when">
            <TriggerWords />
            <ConditionWords />
            <WordsWithBlanks of="then" /> {onChange ? <AddCondition /> : null}
          </div>
          <Effects />
          <div className={styles.pace} data-part="pace">
            <WordsWithBlanks of="pace" blanks={{ merge: <MergeBlank />, most: <MostBlank /> }} />
            {rule.quiet ? (
              <WordsWithBlanks of="quiet" blanks={{ quiet: <QuietBlank quiet={rule.quiet} /> }} />
            ) : null}
          </div>
        </div>
      </AddedConditions>
    </SentenceContext>
  );
}

function ConditionWords() {
  const { rule } = useSentence();
  const { added } = useAddedConditions();
  const { when } = rule;
  const stands = (condition: Condition) => isSet(rule, condition) || added.includes(condition);
  return (
    <>
      {when.kind === 'incident' && stands('classes') ? (
        <WordsWithBlanks of="classes" blanks={{ classes: <ClassesBlank when={when} /> }} />
      ) : null}
      {when.kind === 'incident' && stands('grades') ? (
        <WordsWithBlanks of="grades" blanks={{ grades: <GradesBlank when={when} /> }} />
      ) : null}
      {when.kind === 'incident' && stands('sources') ? (
        <WordsWithBlanks of="sources" blanks={{ sources: <SourcesBlank when={when} /> }} />
      ) : null}
      {rule.during.length > 0 ? (
        <WordsWithBlanks of="during" blanks={{ during: <DuringBlank /> }} />
      ) : null}
    </>
  );
}

function AddCondition() {
  const { t } = useTranslation('linkage');
  const { rule, change } = useSentence();
  const { added, add } = useAddedConditions();
  const free = conditions.filter(
    (condition) =>
      mayHave(rule, condition) && !isSet(rule, condition) && !added.includes(condition),
  );
  if (free.length === 0) return null;
  return (
    <Blank path="condition" label={t('addCondition')} words={`＋ ${t('addCondition')}`}>
      {(close) => (
        <OneChoice
          choices={free.map((value) => ({ value, words: t(`condition.${value}`) }))}
          value=""
          onChoose={(condition) => {
            add(condition as Condition);
            change?.(withCondition(rule, condition as Condition));
            close();
          }}
        />
      )}
    </Blank>
  );
}

const mostEffects = 8;

function Effects() {
  const { t } = useTranslation('linkage');
  const { rule, change, choices, faults } = useSentence();
  const none = faults.find(({ field }) => field === 'effects');
  const remove = (index: number): void =>
    change?.({ ...rule, effects: rule.effects.filter((_, at) => at !== index) });
  return (
    <>
      <ol className={styles.effects}>
        {rule.effects.map((effect, index) => (
          // Two of a kind are told apart by their place alone.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${index} ${effect.kind}`} data-effect={effect.kind}>
            <EffectWords index={index} />
            {change ? (
              <Button
                look="plain"
                aria-label={t('removeEffect', { effect: t(`effectName.${effect.kind}`) })}
                data-act="remove-effect"
                onClick={() => remove(index)}
              >
                <X size="1.1em" aria-hidden />
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {none ? (
        <p className={styles.fault} role="alert">
          {t(`fault.${none.reason}`, { defaultValue: none.reason })}
        </p>
      ) : null}
      {change && rule.effects.length < mostEffects ? (
        <div className={styles.add}>
          <Blank path="effect" label={t('addEffect')} words={`＋ ${t('addEffect')}`}>
            {(close) => (
              <OneChoice
                choices={linkageEffectKinds.map((kind) => ({
                  value: kind,
                  words: t(`effectName.${kind}`),
                }))}
                value=""
                onChoose={(kind) => {
                  const first = {
                    sceneId: choices.scenes[0]?.value ?? '',
                    classCode: choices.classes[0]?.value ?? '',
                  };
                  const effect = newEffect(kind as LinkageEffectKind, first);
                  change({ ...rule, effects: [...rule.effects, effect] });
                  close();
                }}
              />
            )}
          </Blank>
        </div>
      ) : null}
    </>
  );
}

/** What is wrong with an action as a whole stands behind it; what is wrong in a blank stands at the blank. */
function EffectWords({ index }: { index: number }) {
  const { t } = useTranslation('linkage');
  const { rule, faults } = useSentence();
  const effect = rule.effects[index]!;
  const blanks = useEffectBlanks(effect, index);
  const fault = faults.find(({ field }) => field === `effects.${index}`);
  // The one blank of opening cameras is the whole action, and says it itself.
  const own = effect.kind === 'open-cameras' ? undefined : fault;
  return (
    <>
      <WordsWithBlanks of={`effect.${effect.kind}`} blanks={blanks} />
      {own ? (
        <span className={styles.fault} role="alert" data-fault={own.reason}>
          {t(`fault.${own.reason}`, { defaultValue: own.reason })}
        </span>
      ) : null}
    </>
  );
}
