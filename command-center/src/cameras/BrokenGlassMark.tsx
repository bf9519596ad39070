import { useTranslation } from 'react-i18next';
import { ShieldAlert } from 'lucide-react';
import { useNow } from '#ui/use-now.ts';
import type { PlayerView } from '#video/player/player.ts';
import styles from './BreakGlass.module.css';

type BrokenGlassMarkProps = { reason: string; since: number; seconds: number };

/** Over the whole look and loud: who stands behind must see that this picture is an exception. */
export function BrokenGlassMark({ reason, since, seconds }: BrokenGlassMarkProps) {
  const { t } = useTranslation('cameras');
  const left = Math.max(0, Math.ceil((since - useNow()) / 1000 + seconds));
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <p className={styles.mark} role="status" data-broken-glass>
      <ShieldAlert size="1.2em" aria-hidden />
      <strong>{t('glass.mark')}</strong>
      <span className={styles.reason} title={reason}>
        {reason}
      </span>
      <span className={styles.left}>{t('glass.left', { clock })}</span>
    </p>
  );
}

/** Whether the time that the reason gave is over: a new one must be written. */
export function isWornOut(view: PlayerView | null): boolean {
  const reason = view?.state.kind === 'offline' ? view.state.reason : null;
  return reason === 'view-time-over' || reason === 'break-glass-over';
}
