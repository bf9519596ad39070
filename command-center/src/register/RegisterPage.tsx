import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '#ui/Panel.tsx';
import { ActsTab } from './ActsTab.tsx';
import { LooksTab } from './LooksTab.tsx';
import { UseTab } from './UseTab.tsx';
import styles from './RegisterPage.module.css';

const tabs = ['looks', 'use', 'acts'] as const;
type Tab = (typeof tabs)[number];

/** What an auditor reads: who looked through which camera and why, and what people did. */
export function RegisterPage({ aside }: { aside?: ReactNode }) {
  const { t } = useTranslation('register');
  const [tab, setTab] = useState<Tab>('looks');
  return (
    <main className={styles.page}>
      <Panel className={styles.panel} title={t('title')} aside={aside}>
        <TabBar tab={tab} onTab={setTab} />
        <div role="tabpanel" id={`register-${tab}`} aria-labelledby={`register-tab-${tab}`}>
          {tab === 'looks' ? <LooksTab /> : tab === 'use' ? <UseTab /> : <ActsTab />}
        </div>
      </Panel>
    </main>
  );
}

function TabBar({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const { t } = useTranslation('register');
  const bar = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const by = event.key === 'ArrowRight' ? 1 : tabs.length - 1;
    const other = tabs[(tabs.indexOf(tab) + by) % tabs.length]!;
    onTab(other);
    bar.current?.querySelector<HTMLElement>(`[data-tab="${other}"]`)?.focus();
  };
  return (
    <div ref={bar} role="tablist" aria-label={t('title')} className={styles.tabs} onKeyDown={step}>
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`register-tab-${each}`}
          data-tab={each}
          aria-selected={each === tab}
          aria-controls={`register-${each}`}
          tabIndex={each === tab ? 0 : -1}
          autoFocus={each === tab}
          onClick={() => onTab(each)}
        >
          {t(`tab.${each}`)}
        </button>
      ))}
    </div>
  );
}
