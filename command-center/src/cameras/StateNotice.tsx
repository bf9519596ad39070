import { useTranslation } from 'react-i18next';
import { CircleSlash, LoaderCircle, PauseCircle, TriangleAlert } from 'lucide-react';
import { Button } from '#ui/Button.tsx';
import { useNow } from '#ui/use-now.ts';
import type { PlayerView } from '#video/player/player.ts';
import { reasonWords } from '#video/reason-words.ts';
import styles from './StateNotice.module.css';

type StateNoticeProps = { view: PlayerView; onTryAgain: () => void };

/** What is wrong and what to do, over the picture; at its edge while pictures come, nothing while they are sound. */
export function StateNotice({ view, onTryAgain }: StateNoticeProps) {
  const { t } = useTranslation('video');
  const { state } = view;
  if (state.kind === 'live') {
    return state.remark === undefined ? null : <Remark reason={state.remark} />;
  }
  if (state.kind === 'connecting' && state.reason === null) {
    return (
      <div className={styles.notice} role="status">
        <LoaderCircle className={styles.turning} size="1.6em" aria-hidden />
        {t('state.connecting')}
      </div>
    );
  }
  const reason = state.reason ?? 'reconnecting';
  const words = reasonWords(t, reason, view.codec);
  const Sign = state.kind === 'offline' ? CircleSlash : PauseCircle;
  return (
    <div className={styles.notice} role="status" data-reason={reason}>
      <Sign size="1.6em" aria-hidden />
      <p className={styles.means}>{words.means}</p>
      <p className={styles.next}>{words.next}</p>
      {state.kind === 'offline' ? (
        <div className={styles.again}>
          {state.retryAt === null ? null : <RetryIn at={state.retryAt} />}
          <Button onClick={onTryAgain}>
            {t(reason === 'view-time-over' ? 'lookAgain' : 'tryAgain')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** The picture is shown all the same: whether to believe it is for the person who looks. */
function Remark({ reason }: { reason: string }) {
  const { t } = useTranslation('video');
  const words = reasonWords(t, reason, null);
  return (
    <div className={styles.remark} role="status" data-reason={reason}>
      <TriangleAlert size="1.2em" aria-hidden />
      <span className={styles.means}>{words.means}</span>
      <span>{words.next}</span>
    </div>
  );
}

function RetryIn({ at }: { at: number }) {
  const { t } = useTranslation('video');
  const seconds = Math.max(0, Math.ceil((at - useNow()) / 1000));
  return <span>{t('retryIn', { seconds })}</span>;
}
