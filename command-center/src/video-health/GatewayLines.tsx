import { useTranslation } from 'react-i18next';
import type { VideoHealthQuery } from '#gis/generated/graphql.ts';
import { Age } from '#ui/Age.tsx';
import { useNow } from '#ui/use-now.ts';
import styles from './VideoHealthPanel.module.css';

type Gateways = VideoHealthQuery['videoHealth']['gateways'];

/** Twice and a half of what lies between two reports. */
const silentMs = 40_000;

export function GatewayLines({ gateways }: { gateways: Gateways }) {
  const { t } = useTranslation('video-health');
  const now = useNow();
  const speaking = gateways.filter(({ reportedAt }) => now - Date.parse(reportedAt) < silentMs);
  if (speaking.length === 0) return <p className={styles.trouble}>{t('noGateway')}</p>;
  return (
    <ul>
      {speaking.map((gateway) => (
        <li key={gateway.id} className={styles.quiet}>
          {t('gateway', {
            pulls: gateway.pulls,
            viewers: gateway.viewers,
            reconnects: gateway.reconnects,
            delay: Math.round(gateway.eventLoopP99Ms),
            memory: Math.round(gateway.memoryBytes / 1e6),
          })}{' '}
          {t(gateway.sweeping ? 'sweep.on' : 'sweep.off', { checking: gateway.checking })} ·{' '}
          <Age since={new Date(gateway.reportedAt)} />
        </li>
      ))}
    </ul>
  );
}
