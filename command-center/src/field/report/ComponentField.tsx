import { useTranslation } from 'react-i18next';
import { FieldComponentsNearDocument } from '#gis/generated/graphql.ts';
import { useAsked } from '../use-asked.ts';
import { askedCircle, nearComponents } from './near-components.ts';
import type { DraftComponent } from './report-draft.ts';
import styles from './Report.module.css';

type ComponentFieldProps = {
  /** Of components, four digits. */
  componentClass: string;
  place: { longitude: number; latitude: number };
  chosen: DraftComponent | null;
  onChoose: (component: DraftComponent | null) => void;
};

/** Which one is broken, where the report is about a component; it may go without. */
export function ComponentField({ componentClass, place, chosen, onChoose }: ComponentFieldProps) {
  const { t } = useTranslation('field');
  const asked = useAsked('components-near', FieldComponentsNearDocument, {
    circle: askedCircle(place),
    classCodes: [componentClass],
  });
  const near = nearComponents(asked.value?.cityComponents.nodes ?? [], componentClass, place);
  // Chosen before the place moved, or on a phone that has lost the line since.
  const isAway = chosen !== null && !near.some(({ component }) => component.code === chosen.code);
  return (
    <fieldset className={styles.classes} data-components={near.length}>
      <legend>{t('report.component')}</legend>
      {near.length === 0 ? (
        <p className={styles.noComponent}>
          {t(asked.stale ? 'report.componentsUnknown' : 'report.noComponent')}
        </p>
      ) : null}
      <div className={styles.tiles}>
        {isAway ? (
          <button
            type="button"
            className={styles.tile}
            data-component={chosen.code}
            aria-pressed
            onClick={() => onChoose(null)}
          >
            {chosen.name}
          </button>
        ) : null}
        {near.map(({ component: { code, name, state }, meters }) => (
          <button
            key={code}
            type="button"
            className={styles.tile}
            data-component={code}
            aria-pressed={code === chosen?.code}
            onClick={() => onChoose(code === chosen?.code ? null : { code, name })}
          >
            {t('report.componentNear', {
              name,
              number: code.slice(-6),
              meters: Math.round(meters),
            })}
            {state === 'intact' ? '' : ` · ${t(`city-components:states.${state}`)}`}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
