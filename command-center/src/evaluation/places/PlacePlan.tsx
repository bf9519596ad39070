import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { PlanOfAreaDocument, type CasePlacesQuery } from '#gis/generated/graphql.ts';
import type { Placing } from './opened-place.ts';
import { heatStep, heatSteps, leastOfStep, planFrame, type PlanFrame } from './plan-frame.ts';
import styles from './Places.module.css';

export type Places = CasePlacesQuery['casePlaces'];
export type Place = Places['nodes'][number];

type PlacePlanProps = {
  areaCode: string;
  by: Placing;
  places: Places;
  opened: string | null;
  onOpen: (place: Place) => void;
};

/** The area with its spots, by warmth; all that it shows stands in the table beside it too. */
export function PlacePlan({ areaCode, by, places, opened, onOpen }: PlacePlanProps) {
  const { t } = useTranslation('evaluation');
  const { data } = useQuery(PlanOfAreaDocument, { variables: { code: areaCode } });
  const area = data?.area;
  if (!area) return <div className={styles.plan} />;
  const frame = planFrame(area.bbox);
  const margin = Math.max(frame.width, frame.height) * 0.02;
  const box = [-margin, -margin, frame.width + 2 * margin, frame.height + 2 * margin].join(' ');
  const largest = Math.max(1, ...places.nodes.map(({ cases }) => cases));
  // Small ones lie over large ones, so that a click finds them.
  const drawn = places.nodes.toSorted((a, b) => b.cases - a.cases);
  return (
    <figure className={styles.plan}>
      <svg viewBox={box} role="img" aria-label={t(`places.plan.${by}`, { count: places.total })}>
        <path className={styles.ground} d={frame.path(area.outline)} fillRule="evenodd" />
        {area.children.map(({ code, outline }) => (
          <path key={code} className={styles.border} d={frame.path(outline)} />
        ))}
        {area.children.map(({ code, name, center }) => {
          const { x, y } = frame.at([center.longitude, center.latitude]);
          return (
            <text key={code} className={styles.name} x={x} y={y} fontSize={frame.width / 45}>
              {name}
            </text>
          );
        })}
        {drawn.map((place) => (
          <Spot
            key={place.key}
            {...{ place, frame, by }}
            step={heatStep(place.cases, largest)}
            isOpen={place.key === opened}
            onOpen={() => onOpen(place)}
          />
        ))}
      </svg>
      <Legend largest={largest} />
    </figure>
  );
}

type SpotProps = {
  place: Place;
  frame: PlanFrame;
  by: Placing;
  step: number;
  isOpen: boolean;
  onOpen: () => void;
};

/** Squares of heat are drawn larger than they are where the whole county is shown: a point of 200 m is none there. */
function Spot({ place, frame, by, step, isOpen, onOpen }: SpotProps) {
  const { longitude, latitude } = place.position;
  const { x, y } = frame.at([longitude, latitude]);
  const side = Math.max(200, frame.width / 110);
  const look = {
    'data-step': step,
    'data-open': isOpen,
    'data-spot': place.key,
    className: styles.spot,
    onClick: onOpen,
  };
  return by === 'heat' ? (
    <rect {...look} x={x - side / 2} y={y - side / 2} width={side} height={side} />
  ) : (
    <circle {...look} cx={x} cy={y} r={(side / 2) * (0.6 + step * 0.22)} />
  );
}

function Legend({ largest }: { largest: number }) {
  const { t } = useTranslation('evaluation');
  const steps = Array.from({ length: heatSteps }, (_, i) => i + 1)
    .map((step) => ({ step, least: leastOfStep(step, largest) }))
    .filter(({ step, least }) => heatStep(least, largest) === step);
  return (
    <figcaption className={styles.legend}>
      {t('places.cases')}
      {steps.map(({ step, least }) => (
        <span key={step} className={styles.entry}>
          <span className={styles.swatch} data-step={step} aria-hidden />≥ {least}
        </span>
      ))}
    </figcaption>
  );
}
