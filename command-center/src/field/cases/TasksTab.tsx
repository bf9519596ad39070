import { useTranslation } from 'react-i18next';
import { Patrols } from '../patrol/Patrols.tsx';
import type { Worker } from '../session/worker-session.ts';
import { CaseList } from './CaseList.tsx';
import { disposes, useInHand, useMyReports } from './case-lists.ts';
import { MyReports } from './MyReports.tsx';
import styles from './Cases.module.css';

/** What the department has in hand, for whoever disposes of it; and what became of what one reported; and the rounds between. */
export function TasksTab({ worker }: { worker: Worker }) {
  return (
    <div className={styles.tab}>
      {disposes(worker) ? <InHand worker={worker} /> : null}
      {worker.permissions.includes('incident.report') ? <Patrols worker={worker} /> : null}
      <MyReportsList />
    </div>
  );
}

function InHand({ worker }: { worker: Worker }) {
  const { t } = useTranslation('field');
  const asked = useInHand(worker);
  return (
    <CaseList
      title={t('tasks.inHand')}
      empty={t('tasks.nothingInHand')}
      worker={worker}
      asked={asked}
      cases={asked.value?.incidents.nodes ?? []}
      more={asked.value?.incidents.pageInfo.hasNextPage === true}
    />
  );
}

function MyReportsList() {
  return <MyReports asked={useMyReports()} />;
}
