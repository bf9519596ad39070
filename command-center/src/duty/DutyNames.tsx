import { useEffect, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DutiesNowDocument } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { onJournal } from '#journal/journal-state.ts';
import { Button } from '#ui/Button.tsx';
import { DutyDialog } from './DutyDialog.tsx';
import { rosterOf } from './duty-roster.ts';
import styles from './DutyNames.module.css';

/** The journal says at once that somebody came or went; this asks again in case that is broken. */
const askAgainMs = 60_000;

/** One line: who answers at this center now, or that nobody does. */
export function DutyNames() {
  const { t } = useTranslation('duty');
  const [open, setOpen] = useState(false);
  const { viewer } = useViewer();
  const areaCode = viewer?.area.code ?? null;
  const { data, error, refetch } = useQuery(DutiesNowDocument, {
    variables: { areaCode },
    skip: areaCode === null,
    pollInterval: askAgainMs,
  });
  useEffect(
    () =>
      onJournal({
        entry: ({ kind }) => {
          // Where it fails the poll asks again.
          if (kind.startsWith('duty.')) refetch().catch(() => {});
        },
      }),
    [refetch],
  );
  if (!data) return <span className={styles.strip}>{error ? t('unknown') : null}</span>;
  const mayChange = viewer?.permissions.includes('duty.sign-in') ?? false;
  const line = rosterOf(data.duties).map(({ post, duties }) => (
    <span key={post} className={styles.post} data-post={post}>
      <span className={styles.name}>{t(`post.${post}`)}</span>{' '}
      {duties.length > 0 ? (
        duties.map((duty) => duty.displayName).join('、')
      ) : (
        <span className={styles.missing}>{t('nobody')}</span>
      )}
    </span>
  ));
  return (
    <span className={styles.strip}>
      {mayChange ? (
        <Button
          look="plain"
          className={styles.open}
          title={t('change')}
          onClick={() => setOpen(true)}
        >
          {line}
        </Button>
      ) : (
        line
      )}
      {open ? <DutyDialog onClose={() => setOpen(false)} /> : null}
    </span>
  );
}
