import { useTranslation } from 'react-i18next';
import { refusalOf } from '#session/refusal.ts';
import { useFailureWords } from '#words/failure-words.ts';

/** Why gis-server refused what was asked, in words. */
export function RefusedLine({ error }: { error: unknown }) {
  const { t } = useTranslation('recordings');
  const failureWords = useFailureWords();
  if (!error) return null;
  const { reason } = refusalOf(error);
  return <span role="alert">{t(`refused.${reason}`, { defaultValue: failureWords(error) })}</span>;
}
