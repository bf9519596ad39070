import { Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#ui/create-store.ts';
import { journalNow } from '#journal/journal-state.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { useNow } from '#ui/use-now.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { outcomeWords, refusalWords, refusedCameras, useRuleName } from '../outcome-words.ts';
import { heardFirings, newsByRule, stillTold, type RuleNews } from './heard-firings.ts';
import { NoticeRow } from './NoticeRow.tsx';
import { useNotices } from './use-notices.ts';
import styles from './FiringNotices.module.css';

type FiringNoticesProps = {
  /** Opens what rules did; null where the screen is only looked at. */
  onOpen: ((ruleId: string | null) => void) | null;
};

const mostLines = 3;

/** What rules do just now, a line for each rule however often it fires, and what somebody has to know. Leaves when there is nothing. */
export function FiringNotices({ onOpen }: FiringNoticesProps) {
  const { t } = useTranslation('linkage');
  const firings = useStore(heardFirings, (state) => state.firings);
  useNow(5000);
  const news = newsByRule(stillTold(firings, journalNow()));
  const notices = useNotices();
  if (news.length === 0 && notices.length === 0) return null;
  const more = news.length - mostLines;
  return (
    <Panel
      className={styles.panel}
      title={
        <span className={styles.head}>
          <Zap size="1.1em" aria-hidden />
          {t('title')}
        </span>
      }
      aside={
        onOpen ? (
          <Button look="plain" data-act="firings" onClick={() => onOpen(null)}>
            {t('allFirings')}
          </Button>
        ) : null
      }
    >
      <ul className={styles.lines}>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
        {news.slice(0, mostLines).map((rule) => (
          <RuleLine key={rule.ruleId} news={rule} onOpen={onOpen} />
        ))}
      </ul>
      {more > 0 ? <p className={styles.more}>{t('moreRules', { count: more })}</p> : null}
    </Panel>
  );
}

type RuleLineProps = { news: RuleNews; onOpen: FiringNoticesProps['onOpen'] };

function RuleLine({ news, onOpen }: RuleLineProps) {
  const { t } = useTranslation('linkage');
  const nameOf = useRuleName();
  const titleOf = useIncidentTitle();
  const [last] = news.firings;
  if (!last) return null;
  const name = nameOf(news.ruleName);
  const refused = refusedCameras(last.outcomes);
  return (
    <li className={styles.line} data-rule-news={news.ruleId}>
      <p className={styles.rule}>
        {onOpen ? (
          <Button look="plain" className={styles.name} onClick={() => onOpen(news.ruleId)}>
            {name}
          </Button>
        ) : (
          <span className={styles.name}>{name}</span>
        )}
        {news.count > 1 ? (
          <span className={styles.count} data-count={news.count}>
            {t('times', { count: news.count })}
          </span>
        ) : null}
        <span className={styles.age}>
          <Age since={new Date(last.firedMs)} />
        </span>
      </p>
      <p className={styles.cause}>
        {last.title ? titleOf(last.title) : t(`trigger.${last.triggerKind}`)}
      </p>
      <p className={styles.effects}>
        {last.outcomes.map((outcome, index) => (
          <span
            // Effects stand in the order of their rule and never change places.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            data-effect={outcome.kind}
            data-state={outcome.state}
          >
            {outcomeWords(t, outcome)}
          </span>
        ))}
      </p>
      {refused.length > 0 ? (
        <p className={styles.refused}>
          {refused.map(([reason, count]) => (
            <span key={reason} data-not-opened={reason}>
              {t('notOpened', { count, why: refusalWords(t, reason) })}
            </span>
          ))}
        </p>
      ) : null}
    </li>
  );
}
