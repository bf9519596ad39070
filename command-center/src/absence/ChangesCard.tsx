import { useQuery } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangesSinceDocument, type ChangesSinceQuery } from '#gis/generated/graphql.ts';
import { IncidentRow } from '#incidents/IncidentRow.tsx';
import { flyToPlace } from '#map/map-host.ts';
import { openCamera } from '#map/map-model.ts';
import { replayState, showMoment } from '#replay/replay-state.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { SectionTitle } from '#ui/SectionTitle.tsx';
import { currentLanguage } from '#words/i18n.ts';
import { absenceState, closeAbsence } from './watch-presence.ts';
import styles from './ChangesCard.module.css';

type Changes = ChangesSinceQuery['changesSince'];
type ChangesCardProps = {
  areaCode: string;
  /** Null where the viewer has no hand on the wall. */
  onOpenWall: (() => void) | null;
};

/** For who comes back: what was reported, closed, ran over, was lost and put up meanwhile; each line opens its thing. */
export function ChangesCard(props: ChangesCardProps) {
  const sinceMs = useStore(absenceState, (state) => state.sinceMs);
  return sinceMs === null ? null : <CardSince key={sinceMs} sinceMs={sinceMs} {...props} />;
}

function CardSince({ sinceMs, areaCode, onOpenWall }: ChangesCardProps & { sinceMs: number }) {
  const { t } = useTranslation('absence');
  const since = new Date(sinceMs);
  const { data, error, refetch } = useQuery(ChangesSinceDocument, {
    variables: { areaCode, since: since.toISOString() },
    fetchPolicy: 'network-only',
  });
  const face = faceOf({ value: data?.changesSince, error, retry: () => void refetch() });
  const replay = (): void => {
    closeAbsence();
    showMoment(sinceMs);
    replayState.set({ speed: 60 });
  };
  return (
    <Panel title={t('title')} onClose={closeAbsence} className={styles.card}>
      <p className={styles.since} data-absent-since={since.toISOString()}>
        {clockWords(since, 'full', currentLanguage())} · <Age since={since} />
        <Button look="plain" onClick={replay} data-act="replay-absence">
          {t('replay')}
        </Button>
      </p>
      <PanelFaces of={face} emptyWords={t('nothing')} isEmpty={isNothing}>
        {(changes) => <Groups changes={changes} onOpenWall={onOpenWall} />}
      </PanelFaces>
    </Panel>
  );
}

const incidentGroups = ['reported', 'overdue', 'closed'] as const;

function isNothing({ camerasLost, scenesChanged, ...changes }: Changes): boolean {
  return [...incidentGroups.map((group) => changes[group]), camerasLost, scenesChanged].every(
    ({ count }) => count === 0,
  );
}

function Groups({
  changes,
  onOpenWall,
}: { changes: Changes } & Pick<ChangesCardProps, 'onOpenWall'>) {
  const { t } = useTranslation('absence');
  const { camerasLost, scenesChanged } = changes;
  return (
    <>
      {incidentGroups.map((group) => (
        <Group key={group} name={group} count={changes[group].count}>
          {changes[group].incidents.map((incident) => (
            <IncidentRow key={incident.id} incident={incident} />
          ))}
        </Group>
      ))}
      <Group name="camerasLost" count={camerasLost.count}>
        {camerasLost.cameras.map((camera) => (
          <CameraLine key={camera.id} camera={camera} />
        ))}
      </Group>
      <Group name="scenesChanged" count={scenesChanged.count}>
        {scenesChanged.screens.map(({ id, name, showing }) => {
          const words = [name, showing?.sceneName, showing?.shownByName]
            .filter(Boolean)
            .join(' · ');
          return onOpenWall ? (
            <Button key={id} look="plain" title={t('openWall')} onClick={onOpenWall}>
              {words}
            </Button>
          ) : (
            <span key={id}>{words}</span>
          );
        })}
      </Group>
    </>
  );
}

function CameraLine({ camera }: { camera: Changes['camerasLost']['cameras'][number] }) {
  const { id, name, position } = camera;
  const place = position ? ([position.longitude, position.latitude] as const) : null;
  return (
    <Button
      look="plain"
      data-row={id}
      onClick={() => {
        openCamera({ cameraId: id, basis: null, reason: null, position: place });
        if (place) flyToPlace(place);
      }}
    >
      {name}
    </Button>
  );
}

const rowsAtFirst = 4;

function Group({ name, count, children }: { name: string; count: number; children: ReactNode[] }) {
  const { t } = useTranslation('absence');
  const [all, setAll] = useState(false);
  if (count === 0) return null;
  const shown = all ? children : children.slice(0, rowsAtFirst);
  const untold = count - children.length;
  return (
    <section data-changed={name} data-count={count}>
      <SectionTitle>
        {t(`groups.${name}`)} {count}
      </SectionTitle>
      <ul className={styles.rows}>
        {shown.map((row, i) => (
          // Rows of one answer, which is never sorted anew.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>{row}</li>
        ))}
      </ul>
      {all || children.length <= rowsAtFirst ? null : (
        <Button look="plain" onClick={() => setAll(true)}>
          {t('more', { count: children.length - rowsAtFirst })}
        </Button>
      )}
      {untold > 0 && all ? <p className={styles.since}>{t('untold', { count: untold })}</p> : null}
    </section>
  );
}
