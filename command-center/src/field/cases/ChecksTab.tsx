import { useTranslation } from 'react-i18next';
import type { Worker } from '../session/worker-session.ts';
import { CaseList } from './CaseList.tsx';
import { useChecks } from './case-lists.ts';
import styles from './Cases.module.css';

/** 核实: is the report true? 核查: is it put right? Both are answered on the spot. */
export function ChecksTab({ worker }: { worker: Worker }) {
  const { t } = useTranslation('field');
  const asked = useChecks(worker);
  const page = asked.value?.incidents;
  const cases = page?.nodes ?? [];
  const more = page?.pageInfo.hasNextPage === true;
  return (
    <div className={styles.tab}>
      <CaseList
        title={t('checks.verify')}
        empty={t('checks.noneToVerify')}
        worker={worker}
        asked={asked}
        cases={cases.filter(({ state }) => state === 'verifying')}
        more={more}
      />
      <CaseList
        title={t('checks.check')}
        empty={t('checks.noneToCheck')}
        worker={worker}
        asked={asked}
        cases={cases.filter(({ state, checkFailed }) => state === 'checking' && !checkFailed)}
        more={more}
      />
    </div>
  );
}
