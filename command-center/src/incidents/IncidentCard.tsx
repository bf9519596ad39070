import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { IncidentCardDocument, type IncidentCardQuery } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { HistoryList } from '#journal/HistoryList.tsx';
import { select, selectArea } from '#map/map-model.ts';
import { flyToPlace } from '#map/map-host.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { CardBody } from '#ui/CardBody.tsx';
import { faceOf } from '#ui/face.ts';
import { Facts } from '#ui/Facts.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { SectionTitle } from '#ui/SectionTitle.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { useClassName } from '#words/use-class-name.ts';
import { acknowledgeIncident } from './acknowledge.ts';
import { AlarmCameras } from './AlarmCameras.tsx';
import { useAlarms, useRefusedAcknowledgement } from './alarms.ts';
import { DueBar } from './DueBar.tsx';
import { useIncidentTitle } from '#words/incident-title.ts';
import { gradeLook } from './incident-looks.ts';
import styles from './IncidentCard.module.css';

type Shown = NonNullable<IncidentCardQuery['incident']>;

export function IncidentCard({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('incidents');
  const { data, error, refetch } = useQuery(IncidentCardDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const face = faceOf({ value: data, error, retry: () => void refetch() });
  return (
    <Panel title={t('card.title')} onClose={onClose}>
      <PanelFaces of={face} emptyWords={t('card.empty')} isEmpty={({ incident }) => !incident}>
        {({ incident }) => (incident ? <Body incident={incident} /> : null)}
      </PanelFaces>
    </Panel>
  );
}

function Body({ incident }: { incident: Shown }) {
  const { t } = useTranslation('incidents');
  const nameOf = useClassName();
  const titleOf = useIncidentTitle();
  const position = [incident.position.longitude, incident.position.latitude] as const;
  const { cityComponent: component, keyUnit, pictureReport } = incident;
  return (
    <CardBody
      title={
        <>
          <Mark {...gradeLook(incident.grade)} label={t(`grade.${incident.grade}`)} />
          {titleOf(incident.title)}
        </>
      }
    >
      {incident.dueAt && incident.open ? (
        <DueBar
          from={new Date(incident.reportedAt)}
          due={new Date(incident.dueAt)}
          overdue={incident.overdue}
        />
      ) : null}
      <Acts incident={incident} onLocate={() => flyToPlace(position)} />
      {incident.description ? <p>{incident.description}</p> : null}
      <Facts
        facts={[
          [t('card.state'), t(`state.${incident.state}`)],
          [t('card.grade'), t(`grade.${incident.grade}`)],
          [t('card.class'), nameOf(incident.class)],
          [t('card.reportedAt'), <Age key="age" since={new Date(incident.reportedAt)} />],
          [t('card.source'), t(`source.${incident.source}`)],
          [t('card.place'), incident.address],
          [
            t('card.area'),
            <Button key="area" look="plain" onClick={() => selectArea(incident.area.code)}>
              {incident.area.name}
            </Button>,
          ],
          [t('card.unitCell'), <CellLink key="unit" cell={incident.unitGridCell} />],
          [t('card.governanceCell'), <CellLink key="gov" cell={incident.governanceGridCell} />],
          [
            t('card.component'),
            component ? (
              <Button
                look="plain"
                onClick={() =>
                  select({
                    kind: 'city-component',
                    id: component.code,
                    position: [component.position.longitude, component.position.latitude],
                  })
                }
              >
                {component.name}
              </Button>
            ) : null,
          ],
          [
            t('card.keyUnit'),
            keyUnit && t('card.keyUnitSaid', { name: keyUnit.name, count: keyUnit.violationCount }),
          ],
          [
            t('picture-report:fact'),
            pictureReport?.camera ? (
              <SeenOn camera={pictureReport.camera} placedBy={pictureReport.placedBy} />
            ) : null,
          ],
          [t('card.caseNo'), incident.caseNo],
          [t('card.acknowledgedBy'), incident.acknowledgedBy],
        ]}
      />
      <SectionTitle>{t('card.cameras')}</SectionTitle>
      <AlarmCameras incidentId={incident.id} />
      <SectionTitle>{t('card.history')}</SectionTitle>
      <HistoryList entries={incident.history} />
    </CardBody>
  );
}

type SeenOnProps = {
  camera: { id: string; name: string; position: { longitude: number; latitude: number } };
  placedBy: string;
};

function SeenOn({ camera: { id, name, position }, placedBy }: SeenOnProps) {
  const { t } = useTranslation('picture-report');
  const at: [number, number] = [position.longitude, position.latitude];
  return (
    <Button
      look="plain"
      onClick={() => {
        select({ kind: 'camera', id, position: at });
        flyToPlace(at);
      }}
    >
      {t('factSaid', { name, placedBy })}
    </Button>
  );
}

function CellLink({ cell }: { cell: Shown['unitGridCell'] }) {
  if (!cell) return null;
  const id = `${cell.gridSystem}/${cell.code}`;
  return (
    <Button look="plain" onClick={() => select({ kind: 'grid-cell', id, position: null })}>
      {cell.name}
    </Button>
  );
}

function Acts({ incident, onLocate }: { incident: Shown; onLocate: () => void }) {
  const { t } = useTranslation('incidents');
  const { viewer } = useViewer();
  const refused = useRefusedAcknowledgement(incident.id);
  const failureWords = useFailureWords();
  // The keys are the alarm panel's for as long as it stands.
  const hasKeys = useAlarms().length === 0;
  const mayAcknowledge =
    incident.open &&
    !incident.acknowledgedAt &&
    viewer?.permissions.includes('incident.accept') === true;
  return (
    <div className={styles.acts}>
      {mayAcknowledge ? (
        <Button
          look="solid"
          {...(hasKeys ? { shortcut: 'A' } : {})}
          onClick={() => void acknowledgeIncident(incident.id)}
        >
          {t('card.acknowledge')}
        </Button>
      ) : null}
      <Button {...(hasKeys ? { shortcut: 'F' } : {})} onClick={onLocate}>
        {t('card.locate')}
      </Button>
      {refused ? <p>{t('alarm.acknowledgeFailed', { cause: failureWords(refused) })}</p> : null}
    </div>
  );
}
