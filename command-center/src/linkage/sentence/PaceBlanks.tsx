/** The blanks of when a rule acts, when it keeps the hall in peace, and how storms are merged. */
import { useTranslation } from 'react-i18next';
import { Plus, X } from 'lucide-react';
import type { TimeWindow } from 'grid-data';
import { Button } from '#ui/Button.tsx';
import { Blank } from './Blank.tsx';
import { NumberChoice } from './choices/NumberChoice.tsx';
import { WindowChoice } from './choices/WindowChoice.tsx';
import { listWords, secondsWords, windowWords } from './field-words.ts';
import { RemoveCondition } from './RemoveCondition.tsx';
import { wholeNight } from './rule-draft.ts';
import { useSentence } from './sentence-context.ts';
import styles from './Sentence.module.css';

const mostWindows = 7;

export function DuringBlank() {
  const { t } = useTranslation('linkage');
  const { rule, change } = useSentence();
  const { during } = rule;
  const put = (windows: readonly TimeWindow[]): void => change?.({ ...rule, during: [...windows] });
  return (
    <Blank
      path="during"
      label={t('blank.during')}
      words={listWords(
        t,
        during.map((each) => windowWords(t, each)),
        t('always'),
      )}
    >
      {() => (
        <>
          <RemoveCondition condition="during" />
          {during.map((window, index) => (
            // Windows are told apart by their place in the list alone.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className={styles.entry}>
              <WindowChoice
                window={window}
                onChange={(next) => put(during.map((each, at) => (at === index ? next : each)))}
              />
              {during.length > 1 ? (
                <Button
                  look="plain"
                  aria-label={t('removeWindow')}
                  onClick={() => put(during.filter((_, at) => at !== index))}
                >
                  <X size="1.1em" aria-hidden />
                </Button>
              ) : null}
            </div>
          ))}
          {during.length < mostWindows ? (
            <Button onClick={() => put([...during, wholeNight])}>
              <Plus size="1.1em" aria-hidden />
              {t('addWindow')}
            </Button>
          ) : null}
        </>
      )}
    </Blank>
  );
}

export function QuietBlank({ quiet }: { quiet: TimeWindow }) {
  const { t } = useTranslation('linkage');
  const { rule, change } = useSentence();
  return (
    <Blank path="quiet" label={t('blank.quiet')} words={windowWords(t, quiet)}>
      {() => (
        <>
          <RemoveCondition condition="quiet" />
          <WindowChoice window={quiet} onChange={(next) => change?.({ ...rule, quiet: next })} />
        </>
      )}
    </Blank>
  );
}

export function MergeBlank() {
  const { t } = useTranslation('linkage');
  const { rule, change } = useSentence();
  return (
    <Blank path="mergeSeconds" label={t('blank.merge')} words={secondsWords(t, rule.mergeSeconds)}>
      {() => (
        <NumberChoice
          label={t('inSeconds')}
          value={rule.mergeSeconds}
          min={0}
          max={3600}
          onChange={(mergeSeconds) => change?.({ ...rule, mergeSeconds })}
        />
      )}
    </Blank>
  );
}

export function MostBlank() {
  const { t } = useTranslation('linkage');
  const { rule, change } = useSentence();
  return (
    <Blank
      path="mostPerMinute"
      label={t('blank.most')}
      words={t('times', { count: rule.mostPerMinute })}
    >
      {() => (
        <NumberChoice
          label={t('timesAMinute')}
          value={rule.mostPerMinute}
          min={1}
          max={60}
          onChange={(mostPerMinute) => change?.({ ...rule, mostPerMinute })}
        />
      )}
    </Blank>
  );
}
