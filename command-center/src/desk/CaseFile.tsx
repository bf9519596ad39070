import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CaseFileDocument, type CaseFileFragment } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { gradeLook } from '#incidents/incident-looks.ts';
import { ReporterCard } from '#intake/ReporterCard.tsx';
import { HistoryList } from '#journal/HistoryList.tsx';
import { useJournalRefresh } from '#register/use-journal-refresh.ts';
import { Age } from '#ui/Age.tsx';
import { faceOf } from '#ui/face.ts';
import { Facts } from '#ui/Facts.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { SectionTitle } from '#ui/SectionTitle.tsx';
import { useClassName } from '#words/use-class-name.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { CaseCameras } from './CaseCameras.tsx';
import { CaseClock } from './CaseClock.tsx';
import { CaseOnPaper } from './CaseOnPaper.tsx';
import { CaseMoves } from './CaseMoves.tsx';
import { CasePhotos } from './CasePhotos.tsx';
import { CaseSteps } from './CaseSteps.tsx';
import { ForceAct } from './ForceAct.tsx';
import { MergedCases } from './MergedCases.tsx';
import styles from './CaseFile.module.css';

type CaseFileProps = { id: string; onClose: () => void };

/** One case: how it stands against its time, where in the loop, what leads on, and what was done. */
export function CaseFile({ id, onClose }: CaseFileProps) {
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(CaseFileDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  // What leads on, requests and clock are worked out for the viewer: no row of the journal carries them.
  const known = useJournalRefresh({
    concerns: ({ subjectId }) => subjectId === id,
    refresh: () => refetch(),
  });
  const face = faceOf({ value: data, error, retry: () => void refetch(), ...known });
  return (
    <Panel title={t('caseFile')} onClose={onClose} className={styles.panel}>
      <PanelFaces of={face} emptyWords={t('noCase')} isEmpty={({ incident }) => !incident}>
        {({ incident }) => (incident ? <Body incident={incident} /> : null)}
      </PanelFaces>
    </Panel>
  );
}

function Body({ incident }: { incident: CaseFileFragment }) {
  const { t } = useTranslation('desk');
  const { viewer } = useViewer();
  const titleOf = useIncidentTitle();
  const looks = viewer?.permissions.includes('camera.view') === true;
  return (
    <article className={styles.body} data-case={incident.id} data-case-state={incident.state}>
      <h3 className={styles.title}>
        <Mark {...gradeLook(incident.grade)} label={t(`incidents:grade.${incident.grade}`)} />
        {titleOf(incident.title)}
        <span className={styles.state}>{t(`incidents:state.${incident.state}`)}</span>
      </h3>
      <Flags incident={incident} />
      {incident.clock ? <CaseClock clock={incident.clock} /> : null}
      <CaseSteps incident={incident} />
      <CaseMoves key={incident.id} incident={incident} />
      {viewer?.permissions.includes('case.force') ? (
        <ForceAct key={`force ${incident.id}`} incident={incident} />
      ) : null}
      <MergedCases incident={incident} />
      <CasePhotos incident={incident} />
      {incident.description ? <p>{incident.description}</p> : null}
      <CaseFacts incident={incident} />
      <ReporterCard
        key={`reporter ${incident.id}`}
        incidentId={incident.id}
        mayUnmask={viewer?.permissions.includes('incident.accept') === true}
      />
      {viewer?.permissions.includes('data.export') ? (
        <CaseOnPaper key={`paper ${incident.id}`} incidentId={incident.id} />
      ) : null}
      {looks ? (
        <>
          <SectionTitle>{t('cameras')}</SectionTitle>
          <CaseCameras incidentId={incident.id} />
        </>
      ) : null}
      <SectionTitle>{t('history')}</SectionTitle>
      <HistoryList entries={incident.history} />
    </article>
  );
}

/** What one must not overlook. */
function Flags({ incident }: { incident: CaseFileFragment }) {
  const { t } = useTranslation('desk');
  const { request } = incident;
  const flags = [
    incident.supervisedAt ? t('flag.supervised') : null,
    incident.mergedInto ? t('flag.merged') : null,
    incident.handledByArea ? t('flag.handedDown') : null,
    incident.checkFailed ? t('flag.checkFailed') : null,
    incident.reworkCount > 0 ? t('flag.reworked', { count: incident.reworkCount }) : null,
    incident.returnCount > 0 ? t('flag.returned', { count: incident.returnCount }) : null,
    incident.reopenCount > 0 ? t('flag.reopened', { count: incident.reopenCount }) : null,
  ].filter((flag) => flag !== null);
  return (
    <>
      {flags.length > 0 ? (
        <ul className={styles.flags}>
          {flags.map((flag) => (
            <li key={flag}>{flag}</li>
          ))}
        </ul>
      ) : null}
      {request ? (
        <p className={styles.request} data-request={request.kind}>
          {t(`request.${request.kind}`, {
            value: request.value ?? 0,
            unit: t(`unit.${incident.clock?.unit ?? 'work-day'}`),
          })}
          <q>{request.note}</q>
          <Age since={new Date(request.askedAt)} />
        </p>
      ) : null}
    </>
  );
}

function CaseFacts({ incident }: { incident: CaseFileFragment }) {
  const { t, i18n } = useTranslation('desk');
  const nameOf = useClassName();
  const { cityComponent, department, keyUnit, pictureReport } = incident;
  return (
    <Facts
      facts={[
        [t('fact.caseNo'), incident.caseNo],
        [t('fact.class'), nameOf(incident.class)],
        [
          t('fact.component'),
          cityComponent && (
            <span data-case-component={cityComponent.code}>
              {cityComponent.name} {cityComponent.code}
            </span>
          ),
        ],
        [
          t('fact.department'),
          department && (i18n.language === 'en' ? department.nameEn : department.nameZh),
        ],
        [t('fact.handler'), incident.handlerName],
        [t('fact.verdict'), incident.verdict ? t(`verdict.${incident.verdict}`) : null],
        [t('fact.place'), incident.address],
        [t('fact.area'), incident.area.name],
        [
          t('incidents:card.keyUnit'),
          keyUnit &&
            t('incidents:card.keyUnitSaid', { name: keyUnit.name, count: keyUnit.violationCount }),
        ],
        [
          t('picture-report:fact'),
          pictureReport?.camera &&
            t('picture-report:factSaid', {
              name: pictureReport.camera.name,
              placedBy: pictureReport.placedBy,
            }),
        ],
        [t('fact.source'), t(`incidents:source.${incident.source}`)],
        [t('fact.reportedAt'), <Age key="age" since={new Date(incident.reportedAt)} />],
      ]}
    />
  );
}
