import { useTranslation } from 'react-i18next';
import { refusalOf } from '#session/refusal.ts';
import { useFailureWords } from '#words/failure-words.ts';

/** Why a record was not written: in the words of records where they have one, else in those of the house. */
export function useRefusalWords(): (error: unknown) => string {
  const { t } = useTranslation('records');
  const failureWords = useFailureWords();
  return (error) => {
    const { reason } = refusalOf(error as Error);
    return t(`refused.${reason}`, { defaultValue: failureWords(error) });
  };
}
