import { useState } from 'react';
import { BookOpen, Store } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import cases from '../cases/Cases.module.css';
import { useDraft } from '../report/use-draft.ts';
import type { Worker } from '../session/worker-session.ts';
import { KeyUnitsSheet } from './KeyUnitsSheet.tsx';
import styles from './Lookup.module.css';
import { RegulationsSheet } from './RegulationsSheet.tsx';

/** What is looked up in the street: the units of one's own area, and what the law says. */
export function LookupPart({ worker }: { worker: Worker }) {
  const { t } = useTranslation('field');
  const [open, setOpen] = useState<'units' | 'regulations' | null>(null);
  const [draft, write] = useDraft(worker.userId);
  const close = (): void => setOpen(null);
  return (
    <section className={cases.list} aria-label={t('lookup.title')}>
      <header className={cases.head}>
        <h2>{t('lookup.title')}</h2>
      </header>
      <div className={styles.doors}>
        <button type="button" data-act="look-up-units" onClick={() => setOpen('units')}>
          <Store size="1.6em" aria-hidden />
          {t('lookup.units')}
        </button>
        <button type="button" data-act="look-up-law" onClick={() => setOpen('regulations')}>
          <BookOpen size="1.6em" aria-hidden />
          {t('lookup.regulations')}
        </button>
      </div>
      {open === 'units' ? (
        <KeyUnitsSheet
          act={t('lookup.report')}
          onAct={({ id, name }) => {
            write({ ...draft, keyUnit: { id, name } });
            location.hash = 'report';
          }}
          onClose={close}
        />
      ) : null}
      {open === 'regulations' ? <RegulationsSheet onClose={close} /> : null}
    </section>
  );
}
