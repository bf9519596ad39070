/** Why a camera does not turn, in the page's language; what its platform says has words with the pictures. */
import { useTranslation } from 'react-i18next';

export function usePtzReason(): (reason: string) => string {
  const { t } = useTranslation('ptz');
  return (reason) =>
    t(`reason.${reason}`, {
      defaultValue: t(`video:reasons.${reason}.means`, {
        codec: '',
        defaultValue: t('reason.unknown', { reason }),
      }),
    });
}
