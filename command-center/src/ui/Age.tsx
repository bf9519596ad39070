import { useTranslation } from 'react-i18next';
import { ageParts } from './age-words.ts';
import { useNow } from './use-now.ts';

/** How long since `since`, kept current. */
export function Age({ since }: { since: Date }) {
  const { t } = useTranslation('ui');
  const parts = ageParts(useNow() - since.getTime());
  return <time dateTime={since.toISOString()}>{t(`age.${parts.unit}`, parts)}</time>;
}
