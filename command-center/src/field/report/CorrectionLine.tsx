import { useTranslation } from 'react-i18next';
import { useStore } from '#ui/create-store.ts';
import { outbox } from '../field-parts.ts';
import { refusalWords } from '../outbox/refusal-words.ts';
import type { ReportDraft } from './report-draft.ts';
import styles from './Report.module.css';

type CorrectionLineProps = { draft: ReportDraft; onLeave: () => void };

/** What the form corrects and why; left alone it stays among what is unsent. */
export function CorrectionLine({ draft, onLeave }: CorrectionLineProps) {
  const { t } = useTranslation('field');
  const old = useStore(outbox.state, ({ entries }) =>
    entries.find(({ id }) => id === draft.corrects),
  );
  if (draft.corrects === null) return null;
  return (
    <div className={styles.correction} role="status" data-corrects={draft.corrects}>
      <p>
        {old?.state === 'refused'
          ? t('report.corrects', { reason: t(refusalWords(old.refusal)) })
          : t('report.correctedGone')}
      </p>
      <button type="button" data-act="leave-correction" onClick={onLeave}>
        {t('report.leaveCorrection')}
      </button>
    </div>
  );
}
