import { useState } from 'react';
import { Store, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DraftUnit } from '../report/report-draft.ts';
import { KeyUnitsSheet } from './KeyUnitsSheet.tsx';
import styles from './Lookup.module.css';

type UnitFieldProps = { unit: DraftUnit | null; onChoose: (unit: DraftUnit | null) => void };

/** Which unit a report is about, where it is about one. */
export function UnitField({ unit, onChoose }: UnitFieldProps) {
  const { t } = useTranslation('field');
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.field} data-about-unit={unit?.id ?? ''}>
      <button type="button" data-act="choose-unit" onClick={() => setOpen(true)}>
        <Store size="1.3em" aria-hidden />
        <span>{unit ? unit.name : t('lookup.aboutUnit')}</span>
      </button>
      {unit ? (
        <button
          type="button"
          className={styles.drop}
          data-act="drop-unit"
          aria-label={t('lookup.dropUnit')}
          onClick={() => onChoose(null)}
        >
          <X size="1.3em" aria-hidden />
        </button>
      ) : null}
      {open ? (
        <KeyUnitsSheet
          act={t('lookup.choose')}
          onAct={({ id, name }) => {
            onChoose({ id, name });
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
