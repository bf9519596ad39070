import { useTranslation } from 'react-i18next';
import { ThingFinder } from '#recordings/ThingFinder.tsx';
import { Button } from '#ui/Button.tsx';
import styles from './Designer.module.css';

type WantedThingProps = {
  kind: 'camera' | 'incident';
  onFound: (id: string) => void;
  onDrop: () => void;
};

/** A cell for pictures begins with the camera or the incident that it is about. */
export function WantedThing({ kind, onFound, onDrop }: WantedThingProps) {
  const { t } = useTranslation('wall');
  return (
    <section className={styles.form} aria-label={t(`designer.want.${kind}`)} data-want={kind}>
      <div className={styles.wide}>
        <ThingFinder
          kind={kind}
          label={t(`designer.want.${kind}`)}
          chosen={[]}
          atMost={1}
          onChange={([found]) => {
            if (found) onFound(found.id);
          }}
        />
      </div>
      <div className={styles.wide}>
        <Button onClick={onDrop}>{t('designer.cancel')}</Button>
      </div>
    </section>
  );
}
