import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShieldAlert } from 'lucide-react';
import { useNow } from '#ui/use-now.ts';
import type { PlayerView } from '#video/player/player.ts';
import styles from './BreakGlass.module.css';

type BrokenGlassMarkProps = { reason: string; view: PlayerView | null };

/** Over the whole look and loud: who stands behind must see that this picture is an exception. */
export function BrokenGlassMark({ reason, view }: BrokenGlassMarkProps) {
  const { t } = useTranslation('cameras');
  const isOver = isWornOut(view);
  return (
    <p className={styles.mark} role="status" data-broken-glass={isOver ? 'over' : 'open'}>
      <ShieldAlert size="1.2em" aria-hidden />
      <strong>{t('glass.mark')}</strong>
      <span className={styles.reason} title={reason}>
        {reason}
      </span>
      {isOver ? (
        <span className={styles.left}>{t('glass.over')}</span>
      ) : view?.ticket ? (
        // Asked for again after a broken line, a look gets what is left of the ten minutes.
        <TimeLeft key={view.ticket.viewId} seconds={view.ticket.maxViewSeconds} />
      ) : null}
    </p>
  );
}

function TimeLeft({ seconds }: { seconds: number }) {
  const { t } = useTranslation('cameras');
  const [endsAt] = useState(() => Date.now() + seconds * 1000);
  const left = Math.max(0, Math.floor((endsAt - useNow()) / 1000));
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return <span className={styles.left}>{t('glass.left', { clock })}</span>;
}

/** Whether the time that the reason gave is over: a new one must be written. */
export function isWornOut(view: PlayerView | null): boolean {
  const reason = view?.state.kind === 'offline' ? view.state.reason : null;
  return reason === 'view-time-over' || reason === 'break-glass-over';
}
