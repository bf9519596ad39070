import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyUnitKinds } from 'grid-data';
import cases from '../cases/Cases.module.css';
import { Sheet } from '../ui/Sheet.tsx';
import { AsOf } from './AsOf.tsx';
import { findByWords } from './find-words.ts';
import { KeyUnitPage } from './KeyUnitPage.tsx';
import fieldStyles from '../ui/Field.module.css';
import styles from './Lookup.module.css';
import { SearchLine } from './SearchLine.tsx';
import { useKeyUnits, type KeyUnit } from './use-lookup.ts';

type KeyUnitsSheetProps = {
  /** What one does with a unit once it is found. */
  act: string;
  onAct: (unit: KeyUnit) => void;
  onClose: () => void;
};

/** 重点单位 of one's own area: found by words or kind, then one of them. */
export function KeyUnitsSheet({ act, onAct, onClose }: KeyUnitsSheetProps) {
  const { t } = useTranslation('field');
  const { units, isCut, asOf, stale, failed } = useKeyUnits();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = units?.find(({ id }) => id === openId);
  const kinds = keyUnitKinds.filter((each) => units?.some((unit) => unit.kind === each));
  const found = findByWords(units ?? [], typed, ({ name, address, initials }) => ({
    texts: [name, address],
    initials,
  })).filter((unit) => kind === null || unit.kind === kind);
  if (open) {
    return (
      <Sheet title={open.name} onClose={() => setOpenId(null)}>
        <KeyUnitPage unit={open} act={act} onAct={() => onAct(open)}>
          <AsOf asOf={asOf} stale={stale} />
        </KeyUnitPage>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('lookup.units')} onClose={onClose}>
      <div className={styles.page} data-key-units>
        <SearchLine label={t('lookup.findUnit')} typed={typed} onType={setTyped} />
        <div
          className={`${fieldStyles.choices} ${styles.kinds}`}
          role="group"
          aria-label={t('lookup.kinds')}
        >
          {kinds.map((each) => (
            <button
              key={each}
              type="button"
              data-kind={each}
              aria-pressed={kind === each}
              onClick={() => setKind(kind === each ? null : each)}
            >
              {t(`lookup.kind.${each}`)}
            </button>
          ))}
        </div>
        <AsOf asOf={asOf} stale={stale} />
        {units === null ? (
          <p className={cases.none}>{t(failed ? 'notKnown' : 'loading')}</p>
        ) : found.length === 0 ? (
          <p className={cases.none}>
            {t(units.length === 0 ? 'lookup.noUnits' : 'lookup.noneFound')}
          </p>
        ) : (
          <ul className={styles.found}>
            {found.map((unit) => (
              <li key={unit.id}>
                <button
                  type="button"
                  className={cases.row}
                  data-key-unit={unit.id}
                  onClick={() => setOpenId(unit.id)}
                >
                  <strong>{unit.name}</strong>
                  <span className={cases.state}>{t(`lookup.kind.${unit.kind}`)}</span>
                  <span className={cases.where}>{unit.address}</span>
                  {unit.violationCount > 0 ? (
                    <span className={styles.count}>
                      {t('lookup.violationCount', { count: unit.violationCount })}
                    </span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        )}
        {isCut ? <p className={cases.none}>{t('lookup.cut', { count: units?.length })}</p> : null}
      </div>
    </Sheet>
  );
}
