import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '#gis/use-viewer.ts';
import { ChoiceBar } from '#ui/ChoiceBar.tsx';
import { Panel } from '#ui/Panel.tsx';
import { DutyLog } from './DutyLog.tsx';
import { recordsAsked, type RecordsTab } from './records-asked.ts';
import { SpecialReports } from './SpecialReports.tsx';
import styles from './Records.module.css';

type RecordsPageProps = {
  viewer: Viewer;
  onCase: (incidentId: string) => void;
  onClose: () => void;
};

const tabs: readonly RecordsTab[] = ['duty-log', 'special-reports'];

/** 值班与专报: what a center writes down of its own work. */
export function RecordsPage({ viewer, onCase, onClose }: RecordsPageProps) {
  const { t } = useTranslation('records');
  const [tab, setTab] = useState<RecordsTab>(() => recordsAsked().tab);
  return (
    <Panel
      page
      className={styles.page}
      title={t('title')}
      aside={viewer.area.name}
      onClose={onClose}
    >
      <ChoiceBar
        className={styles.tabs}
        label={t('views')}
        mark="tab"
        choices={tabs}
        chosen={tab}
        words={(each) => t(`tab.${each}`)}
        onChoose={setTab}
      />
      {tab === 'duty-log' ? (
        <DutyLog viewer={viewer} onCase={onCase} />
      ) : (
        <SpecialReports viewer={viewer} onCase={onCase} />
      )}
    </Panel>
  );
}
