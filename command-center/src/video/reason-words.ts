/** What a reason means and what to do, in the page's language. */
import type { TFunction } from 'i18next';

export type ReasonWords = { means: string; next: string };

export function reasonWords(
  t: TFunction<'video'>,
  reason: string,
  codec: string | null,
): ReasonWords {
  const key = `reasons.${reason}`;
  const known = t(`${key}.means`, { codec: codec ?? '', defaultValue: '' });
  if (known === '')
    return { means: t('unknownReason.means', { reason }), next: t('unknownReason.next') };
  return { means: known, next: t(`${key}.next`) };
}
