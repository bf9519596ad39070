import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ShieldAlert } from 'lucide-react';
import { CameraViewsDocument } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { useJournalRefresh } from './use-journal-refresh.ts';
import styles from './Register.module.css';

type BrokenGlassNoticeProps = { only: boolean; onOnly: (only: boolean) => void };

const newest = 200;

/** Tells the auditor, without being asked, of looks that broke the glass and wait to be read. */
export function BrokenGlassNotice({ only, onOnly }: BrokenGlassNoticeProps) {
  const { t } = useTranslation('register');
  const variables = { first: newest, after: null, cameraId: null, brokenGlass: true };
  const { data, refetch } = useQuery(CameraViewsDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  useJournalRefresh({
    concerns: ({ kind }) => kind.startsWith('camera-view.glass-'),
    refresh: () => refetch(),
  });
  const looks = data?.cameraViews.nodes ?? [];
  const waiting = looks.filter(({ reviewedAt }) => !reviewedAt).length;
  if (looks.length === 0) return null;
  return (
    <p className={waiting > 0 ? styles.alarm : styles.note} role="status" data-waiting={waiting}>
      <ShieldAlert size="1.2em" aria-hidden />
      {waiting > 0 ? t('glass.waiting', { count: waiting }) : t('glass.allRead')}
      <Button onClick={() => onOnly(!only)} aria-pressed={only}>
        {t(only ? 'glass.all' : 'glass.only')}
      </Button>
    </p>
  );
}
