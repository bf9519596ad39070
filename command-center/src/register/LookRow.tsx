import { useTranslation } from 'react-i18next';
import type { LookFieldsFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { ClockTime } from '#ui/ClockTime.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { Mark } from '#ui/Mark.tsx';
import { useNow } from '#ui/use-now.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { endWords } from './end-words.ts';
import { GlassReview } from './GlassReview.tsx';
import { cameraOf, type NamedCamera } from './look-camera.ts';
import { codeOf } from './look-code.ts';
import { lengthWords, lookLengthMs, lookStateOf } from './look-state.ts';
import { purposeWords } from './purpose-words.ts';
import styles from './Register.module.css';

type LookRowProps = {
  look: LookFieldsFragment;
  /** Null where the list is narrowed otherwise. */
  onCamera: ((camera: NamedCamera) => void) | null;
};

export function LookRow({ look, onCamera }: LookRowProps) {
  const { t } = useTranslation('register');
  const { transport, openedAt, firstFrameAt } = look;
  const camera = cameraOf(look);
  const state = lookStateOf(look);
  return (
    <tr
      data-look={look.id}
      data-look-state={state}
      className={look.breakGlassReason ? styles.glass : undefined}
    >
      <td className={styles.time}>
        {clockWords(new Date(look.requestedAt), 'full')}
        <span className={styles.aside}>{codeOf(look.id)}</span>
      </td>
      <td>
        {onCamera ? (
          <Button look="plain" title={t('onlyThis')} onClick={() => onCamera(camera)}>
            {camera.name}
          </Button>
        ) : (
          camera.name
        )}
        <span className={styles.aside}>{look.camera?.area.name ?? t('cameraOutside')}</span>
      </td>
      <td>
        {look.chargedTo}
        {look.openedByRule ? <RuleName firing={look.linkageFiring ?? null} /> : null}
      </td>
      <td>
        {purposeWords(t, look.purpose)}
        {look.breakGlassReason ? <GlassReview look={look} /> : null}
      </td>
      <td>
        <IncidentName look={look} />
      </td>
      <td>{transport ? t(`video:transport.${transport}`) : null}</td>
      <td>
        <TimeCell at={openedAt} />
      </td>
      <td>
        <TimeCell at={firstFrameAt} />
      </td>
      <td>
        <EndCell look={look} />
      </td>
      <td>{look.endReason ? endWords(t, look.endReason) : null}</td>
      <td className={styles.number}>
        {state === 'running' ? <RunningLength look={look} /> : <Length look={look} now={0} />}
      </td>
    </tr>
  );
}

/** Which rule opened it; looks of before rules had names say no more than that one did. */
function RuleName({ firing }: { firing: { ruleName: string } | null }) {
  const { t } = useTranslation('register');
  const name = firing ? firing.ruleName || t('linkage:firstRule') : null;
  return (
    <span className={styles.aside} data-opened-by-rule={firing?.ruleName}>
      {name === null ? t('openedByRule') : t('openedByNamedRule', { name })}
    </span>
  );
}

/** By its case number and title; by no more than that where it lies outside the auditor's area. */
function IncidentName({ look: { incident, incidentId } }: { look: LookFieldsFragment }) {
  const { t } = useTranslation('register');
  const titleOf = useIncidentTitle();
  if (!incidentId) return null;
  const name = incident ? [incident.caseNo, titleOf(incident.title)] : [t('incidentOutside')];
  return <span title={incidentId}>{name.filter(Boolean).join(' ')}</span>;
}

function TimeCell({ at }: { at: string | null | undefined }) {
  return at ? <ClockTime at={new Date(at)} /> : null;
}

/** A look that goes on says so where its end will stand. */
function EndCell({ look }: { look: LookFieldsFragment }) {
  const { t } = useTranslation('register');
  const state = lookStateOf(look);
  if (state === 'running') {
    return (
      <span className={styles.live}>
        <Mark shape="disc" color="state-good" /> {t('state.running')}
      </span>
    );
  }
  if (state === 'awaited') return <span className={styles.aside}>{t('state.awaited')}</span>;
  return <TimeCell at={look.closedAt} />;
}

function RunningLength({ look }: { look: LookFieldsFragment }) {
  return <Length look={look} now={useNow()} />;
}

function Length({ look, now }: { look: LookFieldsFragment; now: number }) {
  const lengthMs = lookLengthMs(look, now);
  return lengthMs === null ? '—' : lengthWords(lengthMs);
}
