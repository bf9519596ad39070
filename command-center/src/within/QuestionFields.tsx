import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { farthestSightMeters, sightArea, travelRing, type Made } from './made-shapes.ts';
import { askAbout, askAboutMade, type GroundQuestion } from './question.ts';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from './WithinPanel.module.css';

/** The numbers of a shape, to be read and to be typed in. */
export function QuestionFields({ question }: { question: GroundQuestion }) {
  const { t } = useTranslation('within');
  switch (question.kind) {
    case 'circle': {
      const [longitude, latitude] = question.center;
      return (
        <div className={styles.fields}>
          <NumberField
            name="radius"
            words={t('radius')}
            value={Math.round(question.radiusMeters)}
            range={[1, 50_000]}
            onChange={(radiusMeters) => askAbout({ ...question, radiusMeters })}
          />
          <NumberField
            name="longitude"
            words={t('longitude')}
            value={round(longitude)}
            range={[-180, 180]}
            onChange={(next) => askAbout({ ...question, center: [next, latitude] })}
          />
          <NumberField
            name="latitude"
            words={t('latitude')}
            value={round(latitude)}
            range={[-85, 85]}
            onChange={(next) => askAbout({ ...question, center: [longitude, next] })}
          />
        </div>
      );
    }
    case 'road':
    case 'line':
      return (
        <div className={styles.fields}>
          {question.kind === 'road' ? <b>{question.name ?? t('roadWithoutName')}</b> : null}
          <NumberField
            name="buffer"
            words={t('buffer')}
            value={question.meters}
            range={[1, 5_000]}
            onChange={(meters) => askAbout({ ...question, meters })}
          />
        </div>
      );
    case 'polygon':
      return <p className={toolStyles.quiet}>{t('corners', { count: question.ring.length })}</p>;
    case 'shape':
      return question.made ? (
        <MadeFields made={question.made} />
      ) : question.name ? (
        <b>{question.name}</b>
      ) : null;
  }
}

/** What the shape was made from, and by what measure: nobody takes a reckoned ring for a measured one. */
function MadeFields({ made }: { made: Made }) {
  const { t } = useTranslation('within');
  if (made.kind === 'travel') {
    const { from, minutes, ring } = made;
    const classes = ring.speeds.map(
      ({ roadClass, kmh }) =>
        `${t(`roadClasses.${roadClass}`, { defaultValue: roadClass })} ${kmh}`,
    );
    return (
      <div className={styles.fields}>
        <NumberField
          name="minutes"
          words={t('minutes')}
          value={minutes}
          range={[1, 30]}
          onChange={(next) => void askAboutMade(travelRing(from, next), 'travel')}
        />
        <p className={toolStyles.quiet} data-speeds>
          {t('travelBy', {
            speeds: classes.join('、'),
            other: ring.otherKmh,
            walk: ring.walkKmh.toFixed(1),
            most: ring.longestWalkMeters,
          })}
        </p>
      </div>
    );
  }
  const { from, heightMeters, rangeMeters, sight } = made;
  const again = (next: { heightMeters: number; rangeMeters: number }): void =>
    void askAboutMade(sightArea(from, next), 'sight');
  return (
    <div className={styles.fields}>
      <NumberField
        name="height"
        words={t('height')}
        value={heightMeters}
        range={[0.5, 500]}
        onChange={(next) => again({ heightMeters: next, rangeMeters })}
      />
      <NumberField
        name="range"
        words={t('range')}
        value={Math.round(rangeMeters)}
        range={[20, farthestSightMeters]}
        onChange={(next) => again({ heightMeters, rangeMeters: next })}
      />
      <p className={toolStyles.quiet} data-visible-share={sight.visibleShare}>
        {t(sight.terrainKnown ? 'sightBy' : 'sightOnFlatGround', {
          share: sight.visibleShare ?? 0,
          target: sight.targetHeightMeters,
        })}
      </p>
    </div>
  );
}

const round = (degrees: number): number => Number(degrees.toFixed(6));

type NumberFieldProps = {
  name: string;
  words: string;
  value: number;
  range: readonly [least: number, most: number];
  onChange: (value: number) => void;
};

/** Another number from outside is another field: what was being typed is gone. */
function NumberField(props: NumberFieldProps) {
  return <NumberInput key={props.value} {...props} />;
}

/** Asks again once the number is whole: at Enter, or when the field is left. */
function NumberInput({ name, words, value, range: [least, most], onChange }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  const take = (): void => {
    const next = Number(text);
    if (text.trim() === '' || !(next >= least && next <= most)) setText(String(value));
    else if (next !== value) onChange(next);
  };
  return (
    <label className={styles.field}>
      {words}
      <input
        inputMode="decimal"
        value={text}
        data-field={name}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </label>
  );
}
