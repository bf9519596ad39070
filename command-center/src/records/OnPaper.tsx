import { useState } from 'react';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { takeDocument } from '#gis/take-document.ts';
import { Button } from '#ui/Button.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import styles from './Records.module.css';

type Made = { id: string; fileName: string };
type OnPaperProps = { make: (format: 'pdf' | 'docx') => Promise<Made | null> };

/** As a file to print, and as one to write on; each is kept among the documents. */
export function OnPaper({ make }: OnPaperProps) {
  const { t } = useTranslation('records');
  const failureWords = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const take = (format: 'pdf' | 'docx'): void => {
    setBusy(true);
    setFailure(null);
    make(format)
      .then((made) => (made ? takeDocument(made) : undefined))
      .catch((error: unknown) => setFailure(error))
      .finally(() => setBusy(false));
  };
  return (
    <span className={styles.buttons}>
      {(['pdf', 'docx'] as const).map((format) => (
        <Button key={format} disabled={busy} data-export={format} onClick={() => take(format)}>
          <Download size="1em" aria-hidden /> {t(`export.${format}`)}
        </Button>
      ))}
      {failure ? (
        <span className={styles.refused} role="alert">
          {failureWords(failure)}
        </span>
      ) : null}
    </span>
  );
}
