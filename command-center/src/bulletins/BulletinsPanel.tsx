import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { BulletinsDocument, type BulletinLineFragment } from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { useJournalRefresh } from '#register/use-journal-refresh.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { BulletinInFull } from './BulletinInFull.tsx';
import { NewBulletin } from './NewBulletin.tsx';
import styles from './Bulletins.module.css';

type BulletinsPanelProps = { viewer: Viewer; className?: string | undefined; onClose: () => void };

const isOfBulletins = ({ kind }: { kind: string }) => kind.startsWith('bulletin.');
/** Who reads is told to the auditor alone, so the figure is asked for. */
const askEveryMs = 15_000;

/** 协查、通知公告: what the center says to the field, and who has read and answered it. */
export function BulletinsPanel({ viewer, className, onClose }: BulletinsPanelProps) {
  const { t } = useTranslation('bulletins');
  const [writing, setWriting] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(BulletinsDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: askEveryMs,
  });
  const known = useJournalRefresh({ concerns: isOfBulletins, refresh: () => refetch() });
  const face = faceOf({ value: data?.bulletins, error, retry: () => void refetch(), ...known });
  return (
    <Panel raised title={t('title')} onClose={onClose} className={className}>
      <p className={styles.buttons}>
        <Button
          look={writing ? 'quiet' : 'solid'}
          aria-pressed={writing}
          data-new-bulletin
          onClick={() => setWriting(!writing)}
        >
          {t('new')}
        </Button>
      </p>
      {writing ? (
        <NewBulletin
          viewer={viewer}
          onIssued={(id) => {
            setWriting(false);
            setOpenId(id);
            void refetch();
          }}
        />
      ) : null}
      <PanelFaces of={face} emptyWords={t('none')} isEmpty={(all) => all.length === 0}>
        {(all) => (
          <ul className={styles.list} data-bulletins={all.length}>
            {all.map((each) => (
              <li key={each.id}>
                <Line
                  of={each}
                  open={openId === each.id}
                  onOpen={() => setOpenId(openId === each.id ? null : each.id)}
                />
                {openId === each.id ? (
                  <BulletinInFull
                    id={each.id}
                    mayEnd={each.areaCode.startsWith(viewer.area.code)}
                    onEnded={() => void refetch()}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </PanelFaces>
    </Panel>
  );
}

type LineProps = { of: BulletinLineFragment; open: boolean; onOpen: () => void };

function Line({ of, open, onOpen }: LineProps) {
  const { t, i18n } = useTranslation('bulletins');
  const { id, kind, title, areaName, issuedAt, endedAt, dueAt, counts } = of;
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  return (
    <button
      type="button"
      className={styles.line}
      data-bulletin={id}
      data-ended={endedAt !== null}
      aria-expanded={open}
      onClick={onOpen}
    >
      <span className={styles.kind}>{t(`kind.${kind}`)}</span>
      <strong>{title}</strong>
      <span className={styles.counts}>
        {t('read', { read: counts.read, addressed: counts.addressed })}
        {kind === 'assist' ? ` · ${t('answered', { count: counts.answered })}` : ''}
      </span>
      <span className={styles.quiet}>
        {areaName} · {time(issuedAt)}
        {dueAt ? ` · ${t('due', { time: time(dueAt) })}` : ''}
        {endedAt ? ` · ${t('ended', { time: time(endedAt) })}` : ''}
      </span>
    </button>
  );
}
