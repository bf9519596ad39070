/** The blanks of what sets a rule off. */
import { useTranslation } from 'react-i18next';
import {
  cameraBecomings,
  incidentGrades,
  incidentHappenings,
  incidentSources,
  unitHappenings,
  type LinkageTrigger,
} from 'grid-data';
import { Blank } from './Blank.tsx';
import { NumberChoice } from './choices/NumberChoice.tsx';
import { DaysChoice } from './choices/DaysChoice.tsx';
import { ManyChoice } from './choices/ManyChoice.tsx';
import { OneChoice } from './choices/OneChoice.tsx';
import { RemoveCondition } from './RemoveCondition.tsx';
import { daysWords, listWords } from './field-words.ts';
import { changeTrigger, triggerKinds } from './rule-draft.ts';
import { useChangeWhen, useSentence } from './sentence-context.ts';
import { wordsOf } from './use-choices.ts';

type Of<Kind extends LinkageTrigger['kind']> = { when: LinkageTrigger & { kind: Kind } };

export function KindBlank() {
  const { t } = useTranslation('linkage');
  const { rule, change } = useSentence();
  return (
    <Blank path="when.kind" label={t('blank.kind')} words={t(`kind.${rule.when.kind}`)}>
      {(close) => (
        <OneChoice
          choices={triggerKinds.map((kind) => ({ value: kind, words: t(`kindLong.${kind}`) }))}
          value={rule.when.kind}
          onChoose={(kind) => {
            change?.(changeTrigger(rule, kind as LinkageTrigger['kind']));
            close();
          }}
        />
      )}
    </Blank>
  );
}

export function HappeningBlank({ when }: Of<'incident'> | Of<'unit'>) {
  const { t } = useTranslation('linkage');
  const changeWhen = useChangeWhen();
  const happenings = when.kind === 'incident' ? incidentHappenings : unitHappenings;
  return (
    <Blank
      path="when.happening"
      label={t('blank.happening')}
      words={t(`happening.${when.happening}`)}
    >
      {(close) => (
        <OneChoice
          choices={happenings.map((each) => ({ value: each, words: t(`happening.${each}`) }))}
          value={when.happening}
          onChoose={(happening) => {
            changeWhen({ happening });
            close();
          }}
        />
      )}
    </Blank>
  );
}

/** Areas that the place must lie in; none named, the whole area of the rule. */
export function WhereBlank() {
  const { t } = useTranslation('linkage');
  const { rule, choices, change } = useSentence();
  const names = rule.where.map((code) => wordsOf(choices.areas, code));
  return (
    <Blank path="where" label={t('blank.where')} words={listWords(t, names, t('wholeArea'))}>
      {() => (
        <ManyChoice
          choices={choices.areas}
          values={rule.where}
          onChange={(where) => change?.({ ...rule, where })}
        />
      )}
    </Blank>
  );
}

export function ClassesBlank({ when }: Of<'incident'>) {
  const { t } = useTranslation('linkage');
  const { choices } = useSentence();
  const changeWhen = useChangeWhen();
  const names = when.classCodes.map((code) => wordsOf(choices.classes, code));
  return (
    <Blank path="when.classCodes" label={t('blank.classes')} words={listWords(t, names, t('any'))}>
      {() => (
        <>
          <RemoveCondition condition="classes" />
          <ManyChoice
            choices={choices.classes}
            values={when.classCodes}
            onChange={(classCodes) => changeWhen({ classCodes })}
          />
        </>
      )}
    </Blank>
  );
}

export function GradesBlank({ when }: Of<'incident'>) {
  const { t } = useTranslation('linkage');
  const changeWhen = useChangeWhen();
  const words = (grade: number | string) => t(`incidents:grade.${grade}`);
  return (
    <Blank
      path="when.grades"
      label={t('blank.grades')}
      words={listWords(t, when.grades.map(words), t('any'))}
    >
      {() => (
        <>
          <RemoveCondition condition="grades" />
          <ManyChoice
            choices={incidentGrades.map((grade) => ({ value: `${grade}`, words: words(grade) }))}
            values={when.grades.map(String)}
            onChange={(grades) => changeWhen({ grades: grades.map(Number) })}
          />
        </>
      )}
    </Blank>
  );
}

export function SourcesBlank({ when }: Of<'incident'>) {
  const { t } = useTranslation('linkage');
  const changeWhen = useChangeWhen();
  const words = (source: string) => t(`incidents:source.${source}`);
  return (
    <Blank
      path="when.sources"
      label={t('blank.sources')}
      words={listWords(t, when.sources.map(words), t('any'))}
    >
      {() => (
        <>
          <RemoveCondition condition="sources" />
          <ManyChoice
            choices={incidentSources.map((source) => ({ value: source, words: words(source) }))}
            values={when.sources}
            onChange={(sources) => changeWhen({ sources })}
          />
        </>
      )}
    </Blank>
  );
}

export function BecomesBlank({ when }: Of<'camera'>) {
  const { t } = useTranslation('linkage');
  const changeWhen = useChangeWhen();
  const words = (state: string) => t(`becomes.${state}`);
  return (
    <Blank
      path="when.becomes"
      label={t('blank.becomes')}
      words={listWords(t, when.becomes.map(words), t('chooseHere'))}
    >
      {() => (
        <ManyChoice
          // Of the moment and never kept: no rule ever hears of it.
          choices={cameraBecomings
            .filter((state) => state !== 'connecting')
            .map((state) => ({ value: state, words: words(state) }))}
          values={when.becomes}
          onChange={(becomes) => changeWhen({ becomes })}
        />
      )}
    </Blank>
  );
}

export function UnitKindsBlank({ when }: Of<'unit'>) {
  const { t } = useTranslation('linkage');
  const changeWhen = useChangeWhen();
  const words = (kind: string) => t(`units:kinds.${kind}`);
  const kinds = Object.keys(t('units:kinds', { returnObjects: true }) as object);
  return (
    <Blank
      path="when.unitKinds"
      label={t('blank.unitKinds')}
      words={listWords(t, when.unitKinds.map(words), t('anyUnit'))}
    >
      {() => (
        <ManyChoice
          choices={kinds.map((kind) => ({ value: kind, words: words(kind) }))}
          values={when.unitKinds}
          onChange={(unitKinds) => changeWhen({ unitKinds })}
        />
      )}
    </Blank>
  );
}

export function MinutesBlank({ when }: Of<'unit'>) {
  const { t } = useTranslation('linkage');
  const changeWhen = useChangeWhen();
  return (
    <Blank
      path="when.minutes"
      label={t('blank.minutes')}
      words={t('minutes', { count: when.minutes })}
    >
      {() => (
        <NumberChoice
          label={t('inMinutes')}
          value={when.minutes}
          min={1}
          max={1440}
          onChange={(minutes) => changeWhen({ minutes })}
        />
      )}
    </Blank>
  );
}

export function MomentBlank({ when }: Of<'time'>) {
  const { t } = useTranslation('linkage');
  const changeWhen = useChangeWhen();
  return (
    <Blank
      path="when.at"
      label={t('blank.moment')}
      words={t('moment', { at: when.at, days: daysWords(t, when.weekdays) })}
    >
      {() => (
        <>
          <input
            type="time"
            aria-label={t('blank.moment')}
            value={when.at}
            onChange={({ target }) => changeWhen({ at: target.value })}
          />
          <DaysChoice days={when.weekdays} onChange={(weekdays) => changeWhen({ weekdays })} />
        </>
      )}
    </Blank>
  );
}
