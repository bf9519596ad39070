/** The blanks of what a rule does. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  incidentGrades,
  linkageChimes,
  noticeLevels,
  noticeRoles,
  type LinkageEffect,
} from 'grid-data';
import { Blank } from './Blank.tsx';
import { CamerasChoice } from './choices/CamerasChoice.tsx';
import { NumberChoice } from './choices/NumberChoice.tsx';
import { OneChoice } from './choices/OneChoice.tsx';
import { listWords, secondsWords } from './field-words.ts';
import { useChangeEffect, useSentence } from './sentence-context.ts';
import { wordsOf, type Choice } from './use-choices.ts';

type Field = { index: number; field: string; label: string; words: string };

function OneOf({ choices, value, ...of }: Field & { choices: readonly Choice[]; value: string }) {
  const change = useChangeEffect(of.index);
  return (
    <Blank path={`effects.${of.index}.${of.field}`} label={of.label} words={of.words}>
      {(close) => (
        <OneChoice
          choices={choices}
          value={value}
          onChoose={(next) => {
            change({ [of.field]: next });
            close();
          }}
        />
      )}
    </Blank>
  );
}

type NumberOf = Field & { value: number; unit: string; min: number; max: number };

function NumberIn({ value, unit, min, max, ...of }: NumberOf) {
  const change = useChangeEffect(of.index);
  return (
    <Blank path={`effects.${of.index}.${of.field}`} label={of.label} words={of.words}>
      {() => (
        <NumberChoice
          label={unit}
          {...{ value, min, max }}
          onChange={(next) => change({ [of.field]: next })}
        />
      )}
    </Blank>
  );
}

type Of<Kind extends LinkageEffect['kind']> = {
  effect: LinkageEffect & { kind: Kind };
  index: number;
};

function CamerasBlank({ effect, index }: Of<'open-cameras'>) {
  const { t } = useTranslation('linkage');
  const change = useChangeEffect(index);
  const { first, cameraIds } = effect;
  return (
    <Blank
      path={`effects.${index}`}
      label={t('blank.cameras')}
      words={listWords(t, cameraIds, t('bestCameras', { count: first }))}
    >
      {() => <CamerasChoice first={first} cameraIds={cameraIds} onChange={change} />}
    </Blank>
  );
}

function GradeBlank({ effect, index }: Of<'raise-incident'>) {
  const { t } = useTranslation('linkage');
  const change = useChangeEffect(index);
  const words = (grade: number) => t(`incidents:grade.${grade}`);
  return (
    <Blank path={`effects.${index}.grade`} label={t('blank.grades')} words={words(effect.grade)}>
      {(close) => (
        <OneChoice
          choices={incidentGrades.map((grade) => ({ value: `${grade}`, words: words(grade) }))}
          value={`${effect.grade}`}
          onChoose={(grade) => {
            change({ grade: Number(grade) });
            close();
          }}
        />
      )}
    </Blank>
  );
}

function AcknowledgeBlank({ effect, index }: Of<'notify'>) {
  const { t } = useTranslation('linkage');
  const change = useChangeEffect(index);
  const words = (must: string) => t(`mustAcknowledge.${must}`);
  return (
    <Blank
      path={`effects.${index}.acknowledge`}
      label={t('blank.acknowledge')}
      words={words(`${effect.acknowledge}`)}
    >
      {(close) => (
        <OneChoice
          choices={['true', 'false'].map((value) => ({ value, words: words(value) }))}
          value={`${effect.acknowledge}`}
          onChoose={(must) => {
            change({ acknowledge: must === 'true' });
            close();
          }}
        />
      )}
    </Blank>
  );
}

/** The blanks of one action by the names that its sentence has for them. */
export function useEffectBlanks(effect: LinkageEffect, index: number): Record<string, ReactNode> {
  const { t } = useTranslation('linkage');
  const { choices } = useSentence();
  const at = { index };
  switch (effect.kind) {
    case 'focus':
      return {};
    case 'open-cameras':
      return { cameras: <CamerasBlank effect={effect} index={index} /> };
    case 'turn-cameras':
      return {
        meters: (
          <NumberIn
            {...at}
            field="withinMeters"
            label={t('blank.withinMeters')}
            words={t('ui:length.meters', { value: effect.withinMeters })}
            value={effect.withinMeters}
            unit={t('inMeters')}
            min={50}
            max={5000}
          />
        ),
      };
    case 'show-scene':
      return {
        scene: (
          <OneOf
            {...at}
            field="sceneId"
            label={t('blank.scene')}
            words={
              effect.sceneId === '' ? t('chooseHere') : wordsOf(choices.scenes, effect.sceneId)
            }
            choices={choices.scenes}
            value={effect.sceneId}
          />
        ),
      };
    case 'sound':
      return {
        chime: (
          <OneOf
            {...at}
            field="chime"
            label={t('blank.chime')}
            words={t(`chime.${effect.chime}`)}
            choices={linkageChimes.map((value) => ({ value, words: t(`chime.${value}`) }))}
            value={effect.chime}
          />
        ),
        mute: (
          <NumberIn
            {...at}
            field="muteSeconds"
            label={t('blank.mute')}
            words={secondsWords(t, effect.muteSeconds)}
            value={effect.muteSeconds}
            unit={t('inSeconds')}
            min={0}
            max={3600}
          />
        ),
      };
    case 'notify':
      return {
        level: (
          <OneOf
            {...at}
            field="level"
            label={t('blank.level')}
            words={t(`level.${effect.level}`)}
            choices={noticeLevels.map((value) => ({ value, words: t(`level.${value}`) }))}
            value={effect.level}
          />
        ),
        role: (
          <OneOf
            {...at}
            field="role"
            label={t('blank.role')}
            words={t(`role.${effect.role}`)}
            choices={noticeRoles.map((value) => ({ value, words: t(`role.${value}`) }))}
            value={effect.role}
          />
        ),
        acknowledge: <AcknowledgeBlank effect={effect} index={index} />,
      };
    case 'request-recording': {
      const minutes = (field: 'minutesBefore' | 'minutesAfter') => (
        <NumberIn
          {...at}
          field={field}
          label={t(`blank.${field}`)}
          words={t('minutes', { count: effect[field] })}
          value={effect[field]}
          unit={t('inMinutes')}
          min={0}
          max={60}
        />
      );
      return { before: minutes('minutesBefore'), after: minutes('minutesAfter') };
    }
    case 'raise-incident':
      return {
        class: (
          <OneOf
            {...at}
            field="classCode"
            label={t('blank.classes')}
            words={wordsOf(choices.classes, effect.classCode)}
            choices={choices.classes}
            value={effect.classCode}
          />
        ),
        grade: <GradeBlank effect={effect} index={index} />,
      };
  }
}
