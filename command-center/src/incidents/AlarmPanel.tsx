import { BellRing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '#gis/use-viewer.ts';
import { select } from '#map/map-model.ts';
import { flyToPlace } from '#map/map-host.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Panel } from '#ui/Panel.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { acknowledgeIncident } from './acknowledge.ts';
import { AlarmCameras } from './AlarmCameras.tsx';
import { foremostAlarm, mostAlarms, useAlarms, useRefusedAcknowledgement } from './alarms.ts';
import { gradeLook } from './incident-looks.ts';
import styles from './AlarmPanel.module.css';

/** The foremost unacknowledged incident: what, where, since when, who may look at it. Leaves when there is none. */
export function AlarmPanel() {
  const { t } = useTranslation('incidents');
  const { viewer } = useViewer();
  const alarms = useAlarms();
  const alarm = foremostAlarm(alarms);
  const refused = useRefusedAcknowledgement(alarm?.incidentId ?? null);
  const failureWords = useFailureWords();
  const titleOf = useIncidentTitle();
  if (!alarm) return null;
  const moreThanShown = alarms.length < mostAlarms ? 'alarm.more' : 'alarm.atLeast';
  const locate = (): void => {
    select({ kind: 'incident', id: alarm.incidentId, position: alarm.position });
    flyToPlace(alarm.position);
  };
  return (
    <Panel
      className={styles.panel}
      title={
        <span className={styles.head}>
          <BellRing size="1.1em" aria-hidden />
          {alarm.fresh ? t('alarm.new') : t('alarm.unseen')}
        </span>
      }
      aside={alarms.length > 1 ? t(moreThanShown, { count: alarms.length - 1 }) : null}
    >
      <div className={styles.body} data-alarm={alarm.incidentId}>
        <p className={styles.title}>
          <Mark {...gradeLook(alarm.grade)} label={t(`grade.${alarm.grade}`)} />
          <span role="alert">{titleOf(alarm.title)}</span>
          <span className={styles.age}>
            <Age since={new Date(alarm.reportedAt)} />
          </span>
        </p>
        <p className={styles.place} data-place>
          {alarm.place}
        </p>
        <AlarmCameras incidentId={alarm.incidentId} unlessOpen />
        {refused ? (
          <p className={styles.refused}>
            {t('alarm.acknowledgeFailed', { cause: failureWords(refused) })}
          </p>
        ) : null}
        <p className={styles.acts}>
          {viewer?.permissions.includes('incident.accept') ? (
            <Button
              look="solid"
              shortcut="A"
              onClick={() => void acknowledgeIncident(alarm.incidentId)}
            >
              {t('alarm.acknowledge')}
            </Button>
          ) : null}
          <Button shortcut="F" onClick={locate}>
            {t('alarm.locate')}
          </Button>
        </p>
      </div>
    </Panel>
  );
}
