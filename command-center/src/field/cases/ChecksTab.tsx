import { useTranslation } from 'react-i18next';
import { FieldCasesDocument } from '#gis/generated/graphql.ts';
import type { Worker } from '../session/worker-session.ts';
import { useAsked } from '../use-asked.ts';
import { CaseList } from './CaseList.tsx';
import styles from './Cases.module.css';

const states = ['verifying', 'checking'];

/** 核实: is the report true? 核查: is it put right? Both are answered on the spot. */
export function ChecksTab({ worker }: { worker: Worker }) {
  const { t } = useTranslation('field');
  const asked = useAsked('checks', FieldCasesDocument, { areaCode: worker.area.code, states });
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
