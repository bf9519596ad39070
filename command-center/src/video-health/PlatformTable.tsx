import { useTranslation } from 'react-i18next';
import type { VideoHealthQuery } from '#gis/generated/graphql.ts';
import { showList } from '#map/list-request.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { ClockTime } from '#ui/ClockTime.tsx';
import { Mark } from '#ui/Mark.tsx';
import { reasonWords } from '#video/reason-words.ts';
import { reasonOfPlatformState } from './reason-of-state.ts';
import { UnplacedCameras } from './UnplacedCameras.tsx';
import styles from './VideoHealthPanel.module.css';

export type PlatformHealth = VideoHealthQuery['videoHealth']['platforms'][number];

const marks = {
  reachable: { shape: 'disc', color: 'state-good' },
  refused: { shape: 'triangle', color: 'state-high' },
  unreachable: { shape: 'square', color: 'state-alarm' },
} as const;

type PlatformTableProps = { areaCode: string; platforms: readonly PlatformHealth[] };

export function PlatformTable({ areaCode, platforms }: PlatformTableProps) {
  const { t } = useTranslation('video-health');
  if (platforms.length === 0) return <p className={styles.quiet}>{t('noPlatforms')}</p>;
  return (
    <ul className={styles.platforms}>
      {platforms.map((platform) => (
        <li key={platform.id} data-platform={platform.id} data-platform-state={platform.state}>
          <div className={styles.line}>
            <Mark
              {...(marks[platform.state as keyof typeof marks] ?? marks.unreachable)}
              label={t(`platformState.${platform.state}`)}
            />
            <span className={styles.name}>{platform.name}</span>
            <Button
              look="plain"
              onClick={() => showList({ kind: 'cameras', areaCode, platformId: platform.id })}
            >
              {t('onlineOf', { online: platform.online, cameras: platform.cameras })}
            </Button>
          </div>
          <p className={styles.quiet}>
            {platform.lines == null
              ? t('lines.uncounted', { inUse: platform.linesInUse ?? 0 })
              : t('lines.counted', {
                  inUse: platform.linesInUse ?? 0,
                  lines: platform.lines,
                  waiting: platform.linesWaiting ?? 0,
                })}
          </p>
          <Trouble platform={platform} />
          {platform.unplaced ? (
            <UnplacedCameras platformId={platform.id} count={platform.unplaced} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What is wrong with it and what to do; nothing while it answers and is asked. */
function Trouble({ platform }: { platform: PlatformHealth }) {
  const { t } = useTranslation('video-health');
  const { t: video } = useTranslation('video');
  const { state, stateReason, stateSince, sparedUntil, loginPausedUntil, lastFailure } = platform;
  const words =
    state === 'reachable'
      ? null
      : reasonWords(video, reasonOfPlatformState(state, stateReason), null);
  return (
    <>
      {words ? (
        <p className={styles.trouble}>
          {words.means} · <Age since={new Date(stateSince)} />
          <span className={styles.next}>{words.next}</span>
        </p>
      ) : null}
      {sparedUntil ? (
        <p className={styles.trouble}>
          {t('sparedUntil')} <ClockTime at={new Date(sparedUntil)} />
        </p>
      ) : null}
      {loginPausedUntil ? (
        <p className={styles.trouble}>
          {t('loginPausedUntil')} <ClockTime at={new Date(loginPausedUntil)} />
        </p>
      ) : null}
      {lastFailure ? (
        <p className={styles.quiet} data-last-failure={lastFailure.reason}>
          {t('lastFailure')} <ClockTime at={new Date(lastFailure.at)} />:{' '}
          {reasonWords(video, lastFailure.reason, null).means}{' '}
          <span className={styles.said}>{lastFailure.message}</span>
        </p>
      ) : null}
    </>
  );
}
