import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import type { CaseDraft } from './case-draft.ts';
import styles from './Intake.module.css';

type AboutComponentProps = {
  draft: Pick<CaseDraft, 'cityComponent'>;
  onWrite: (part: Pick<CaseDraft, 'cityComponent'>) => void;
};

/** The city component that the case is about: its owner is asked first. */
export function AboutComponent({ draft, onWrite }: AboutComponentProps) {
  const { t } = useTranslation('intake');
  const { cityComponent } = draft;
  if (cityComponent === null) return null;
  return (
    <p className={styles.chosen} data-about-component={cityComponent.code}>
      {t('about', { name: cityComponent.name })}{' '}
      <span className={styles.quiet}>{cityComponent.code}</span>
      <Button look="plain" onClick={() => onWrite({ cityComponent: null })}>
        {t('notAbout')}
      </Button>
    </p>
  );
}
