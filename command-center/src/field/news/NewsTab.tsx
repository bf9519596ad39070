import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { useNow } from '#ui/use-now.ts';
import type { Worker } from '../session/worker-session.ts';
import cases from '../cases/Cases.module.css';
import { BulletinSheet } from './BulletinSheet.tsx';
import { isRead, type Bulletins, type FieldBulletin } from './use-bulletins.ts';
import styles from './News.module.css';

type NewsTabProps = { worker: Worker; bulletins: Bulletins };

/** 协查 and 通知: what the center says, what is unread first in weight. */
export function NewsTab({ worker, bulletins }: NewsTabProps) {
  const { t, i18n } = useTranslation('field');
  const [openId, setOpenId] = useState<string | null>(null);
  const { asked, list, entries } = bulletins;
  const opened = list.find(({ id }) => id === openId);
  return (
    <div className={cases.tab}>
      {(['assist', 'notice'] as const).map((kind) => {
        const ofKind = list.filter((each) => each.kind === kind);
        return (
          <section key={kind} className={cases.list} aria-label={t(`news.${kind}`)}>
            <header className={cases.head}>
              <h2>{t(`news.${kind}`)}</h2>
              {asked.stale && asked.asOf ? (
                <p data-stale>
                  {t('asOf', { time: clockWords(asked.asOf, 'dayMinutes', i18n.language) })}
                </p>
              ) : (
                <span>{ofKind.length}</span>
              )}
            </header>
            {asked.value === null ? (
              <p className={cases.none}>{t(asked.failed ? 'notKnown' : 'loading')}</p>
            ) : ofKind.length === 0 ? (
              <p className={cases.none}>{t(`news.none.${kind}`)}</p>
            ) : (
              <ul>
                {ofKind.map((each) => (
                  <li key={each.id}>
                    <Row of={each} read={isRead(each, entries)} onOpen={() => setOpenId(each.id)} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
      {opened ? (
        <BulletinSheet
          of={opened}
          worker={worker}
          entries={entries}
          onDone={asked.refresh}
          onClose={() => setOpenId(null)}
        />
      ) : null}
    </div>
  );
}

type RowProps = { of: FieldBulletin; read: boolean; onOpen: () => void };

function Row({ of, read, onOpen }: RowProps) {
  const { t, i18n } = useTranslation('field');
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  const now = useNow(30_000);
  const late = of.dueAt ? Date.parse(of.dueAt) < now : false;
  return (
    <button
      type="button"
      className={`${cases.row} ${styles.row}`}
      data-bulletin-row={of.id}
      data-read={read}
      onClick={onOpen}
    >
      <strong>{of.title}</strong>
      <span className={cases.state}>{t(read ? 'news.read' : 'news.unread')}</span>
      <span className={cases.where}>
        {of.areaName} · {time(of.issuedAt)}
      </span>
      {of.dueAt ? (
        <span className={cases.due} data-late={late}>
          {t('cases.due', { time: time(of.dueAt) })}
        </span>
      ) : null}
    </button>
  );
}
