import { useState } from 'react';
import { leastBreakGlassReason, longestBreakGlassReason } from 'grid-data';
import { useTranslation } from 'react-i18next';
import { ShieldAlert } from 'lucide-react';
import { useViewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { NothingToShow } from './NothingToShow.tsx';
import styles from './BreakGlass.module.css';

type BreakGlassProps = {
  /** Why there is nothing to show otherwise. */
  refusal: string;
  onBreak: (reason: string) => void;
};

/** 破窗查看: offered to a supervisor where no filed purpose covers the look; to all others only why there is none. */
export function BreakGlass({ refusal, onBreak }: BreakGlassProps) {
  const { t } = useTranslation('cameras');
  const { viewer } = useViewer();
  const [writing, setWriting] = useState(false);
  if (!viewer?.permissions.includes('camera.break-glass'))
    return <NothingToShow reason={refusal} />;
  if (writing) return <ReasonForm onBreak={onBreak} onCancel={() => setWriting(false)} />;
  return (
    <NothingToShow reason={refusal}>
      {viewer.duty ? (
        <Button data-act="break-glass" onClick={() => setWriting(true)}>
          <ShieldAlert size="1.1em" aria-hidden /> {t('glass.offer')}
        </Button>
      ) : (
        <p>{t('glass.needsDuty')}</p>
      )}
    </NothingToShow>
  );
}

type ReasonFormProps = { onBreak: (reason: string) => void; onCancel: () => void };

function ReasonForm({ onBreak, onCancel }: ReasonFormProps) {
  const { t } = useTranslation('cameras');
  const [reason, setReason] = useState('');
  const missing = leastBreakGlassReason - reason.trim().length;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing <= 0) onBreak(reason.trim());
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <label className={styles.label}>
        {t('glass.question')}
        <textarea
          autoFocus
          required
          rows={3}
          maxLength={longestBreakGlassReason}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <p className={styles.note}>
        {missing > 0 ? t('glass.missing', { missing }) : t('glass.reported')}
      </p>
      <div className={styles.buttons}>
        <Button type="submit" look="solid" disabled={missing > 0}>
          {t('glass.break')}
        </Button>
        <Button onClick={onCancel}>{t('glass.cancel')}</Button>
      </div>
    </form>
  );
}
