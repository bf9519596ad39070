import { useEffect, useState, useSyncExternalStore } from 'react';
import { Camera, ClipboardCheck, Ellipsis, ListTodo, Megaphone, Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  FieldChargesDocument,
  FieldCheckListsDocument,
  FieldLeavesDocument,
  FieldPatrolsDocument,
} from '#gis/generated/graphql.ts';
import { askCasesAhead } from '../cases/case-lists.ts';
import { ChecksTab } from '../cases/ChecksTab.tsx';
import { TasksTab } from '../cases/TasksTab.tsx';
import { HelpTab } from '../help/HelpTab.tsx';
import { askLookupAhead } from '../lookup/use-lookup.ts';
import { MoreTab } from '../more/MoreTab.tsx';
import { NewsTab } from '../news/NewsTab.tsx';
import { isRead, useBulletins, type Bulletins } from '../news/use-bulletins.ts';
import { OutboxSheet } from '../outbox/OutboxSheet.tsx';
import { ReportTab } from '../report/ReportTab.tsx';
import type { Worker } from '../session/worker-session.ts';
import { askAhead } from '../use-asked.ts';
import { Troubles } from './Troubles.tsx';
import { TopLine } from './TopLine.tsx';
import styles from './Shell.module.css';

const tabs = [
  { key: 'report', Icon: Camera },
  { key: 'tasks', Icon: ListTodo },
  { key: 'checks', Icon: ClipboardCheck },
  { key: 'news', Icon: Megaphone },
  { key: 'more', Icon: Ellipsis },
  { key: 'help', Icon: Siren },
] as const;
type TabKey = (typeof tabs)[number]['key'];

/** A few things, each under a thumb. */
export function FieldHome({ worker }: { worker: Worker }) {
  const { t } = useTranslation('field');
  const [tab, setTab] = useTab();
  const [unsentShown, setUnsentShown] = useState(false);
  // The form reads its draft as it opens.
  const [formTurn, setFormTurn] = useState(0);
  const bulletins = useBulletins();
  useEffect(() => {
    void askAhead('check-lists', FieldCheckListsDocument, {});
    void askAhead('patrols', FieldPatrolsDocument, {});
    void askAhead('charges', FieldChargesDocument, {});
    void askAhead('leaves', FieldLeavesDocument, {});
    askLookupAhead();
  }, []);
  useCasesAhead(worker);
  const unread = bulletins.list.filter((each) => !isRead(each, bulletins.entries)).length;
  return (
    <div className={styles.app}>
      <TopLine worker={worker} onUnsent={() => setUnsentShown(true)} />
      <Troubles />
      <main className={styles.main} data-tab={tab}>
        <h1 className="visually-hidden">{t(`tab.${tab}`)}</h1>
        <Tab key={formTurn} tab={tab} worker={worker} bulletins={bulletins} />
      </main>
      <nav className={styles.tabs} aria-label={t('tabs')}>
        {tabs.map(({ key, Icon }) => (
          <button
            key={key}
            type="button"
            data-tab-button={key}
            aria-current={tab === key ? 'page' : undefined}
            onClick={() => setTab(key)}
          >
            <Icon size="1.6em" aria-hidden />
            {t(`tab.${key}`)}
            {key === 'news' && unread > 0 ? (
              <span
                className={styles.badge}
                data-unread={unread}
                aria-label={t('tabUnread', { count: unread })}
              >
                {unread}
              </span>
            ) : null}
          </button>
        ))}
      </nav>
      {unsentShown ? (
        <OutboxSheet
          worker={worker}
          onCorrect={() => {
            setFormTurn((turn) => turn + 1);
            setUnsentShown(false);
            setTab('report');
          }}
          onClose={() => setUnsentShown(false)}
        />
      ) : null}
    </div>
  );
}

/** What waits changes during a shift. */
const aheadEveryMs = 300_000;

function useCasesAhead(worker: Worker): void {
  useEffect(() => {
    void askCasesAhead(worker);
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void askCasesAhead(worker);
    }, aheadEveryMs);
    return () => clearInterval(timer);
  }, [worker]);
}

type TabProps = { tab: TabKey; worker: Worker; bulletins: Bulletins };

function Tab({ tab, worker, bulletins }: TabProps) {
  switch (tab) {
    case 'report':
      return <ReportTab worker={worker} />;
    case 'tasks':
      return <TasksTab worker={worker} />;
    case 'checks':
      return <ChecksTab worker={worker} />;
    case 'news':
      return <NewsTab worker={worker} bulletins={bulletins} />;
    case 'more':
      return <MoreTab worker={worker} />;
    case 'help':
      return <HelpTab worker={worker} />;
  }
}

/** In the address, so that the phone's back gesture goes from tab to tab. */
function useTab(): [TabKey, (tab: TabKey) => void] {
  const hash = useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener);
      return () => removeEventListener('hashchange', listener);
    },
    () => location.hash.slice(1),
  );
  const tab = tabs.find(({ key }) => key === hash)?.key ?? 'report';
  return [
    tab,
    (next) => {
      location.hash = next;
    },
  ];
}
