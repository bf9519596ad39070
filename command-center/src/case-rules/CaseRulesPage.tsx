import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '#gis/use-viewer.ts';
import { ChoiceBar } from '#ui/ChoiceBar.tsx';
import { Panel } from '#ui/Panel.tsx';
import { CalendarTab } from './CalendarTab.tsx';
import { CheckListsTab } from './CheckListsTab.tsx';
import { DepartmentsTab } from './DepartmentsTab.tsx';
import { SettingsTab } from './SettingsTab.tsx';
import { StandardsTab } from './StandardsTab.tsx';
import styles from './CaseRules.module.css';

const tabs = ['standards', 'calendar', 'settings', 'departments', 'check-lists'] as const;
type Tab = (typeof tabs)[number];

/** 办理规则: conditions and limits, the work calendar and what the city has decided; kept by the administrator. */
export function CaseRulesPage({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('case-rules');
  const { viewer } = useViewer();
  const [tab, setTab] = useState<Tab>('standards');
  const mayKeep = viewer?.permissions.includes('case.configure') === true;
  return (
    // The keys of the hall underneath are not meant for what is written here.
    <div onKeyDown={(event) => event.stopPropagation()} role="presentation">
      <Panel
        page
        title={t('title')}
        onClose={onClose}
        aside={
          <ChoiceBar
            label={t('tabs')}
            mark="tab"
            choices={tabs}
            chosen={tab}
            words={(each) => t(`tab.${each}`)}
            onChoose={setTab}
          />
        }
      >
        <div className={styles.body}>
          {mayKeep ? null : <p className={styles.quiet}>{t('mayNotKeep')}</p>}
          {tab === 'standards' ? <StandardsTab mayKeep={mayKeep} /> : null}
          {tab === 'calendar' ? <CalendarTab mayKeep={mayKeep} /> : null}
          {tab === 'settings' ? <SettingsTab mayKeep={mayKeep} /> : null}
          {tab === 'check-lists' ? <CheckListsTab mayKeep={mayKeep} /> : null}
          {tab === 'departments' ? <DepartmentsTab mayKeep={mayKeep} /> : null}
        </div>
      </Panel>
    </div>
  );
}
