import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { EvaluationDocument, type IncidentLineFragment } from '#gis/generated/graphql.ts';
import { CameraUse } from '#camera-use/CameraUse.tsx';
import type { Viewer } from '#gis/use-viewer.ts';
import { ChoiceBar } from '#ui/ChoiceBar.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { Acts } from './Acts.tsx';
import { CasesBehind } from './CasesBehind.tsx';
import { ReportSchedule } from './ReportSchedule.tsx';
import { DocumentList } from './DocumentList.tsx';
import { EquipmentBehind, type ShowThing } from './EquipmentBehind.tsx';
import { FigureTable } from './FigureTable.tsx';
import { GroupTable } from './GroupTable.tsx';
import { KeptList } from './KeptList.tsx';
import type { OpenedFigure, OpenFigure } from './opened-figure.ts';
import { CasesAtPlace } from './places/CasesAtPlace.tsx';
import { CasePlaces } from './places/CasePlaces.tsx';
import type { OpenedPlace, ShowPlace } from './places/opened-place.ts';
import { ScorecardTable } from './ScorecardTable.tsx';
import { StretchTools } from './StretchTools.tsx';
import { useStretch, type Stretch } from './use-stretch.ts';
import styles from './Evaluation.module.css';

const tabs = [
  'whole',
  'department',
  'area',
  'person',
  'places',
  'camera-use',
  'scorecard',
  'kept',
  'documents',
] as const;
type Tab = (typeof tabs)[number];

type EvaluationPageProps = {
  viewer: Viewer;
  onCase: (incident: IncidentLineFragment) => void;
  onThing: ShowThing;
  onPlace: ShowPlace;
  onClose: () => void;
};

type Opened = { figure: OpenedFigure } | { place: OpenedPlace };

/** 综合评价: what the house has done, every number with its formula and its cases. */
export function EvaluationPage({ viewer, onCase, onThing, onPlace, onClose }: EvaluationPageProps) {
  const { t } = useTranslation('evaluation');
  const homeCode = viewer.area.code;
  const { stretch, month, tools } = useStretch(homeCode);
  const [tab, setTab] = useState<Tab>('whole');
  const [opened, setOpened] = useState<{ what: Opened; of: string } | null>(null);
  const of = `${tab} ${stretch.areaCode} ${stretch.from} ${stretch.to}`;
  // What was opened belongs to the stretch it was opened in.
  const what = opened?.of === of ? opened.what : null;
  const may = (right: string) => viewer.permissions.includes(right);
  const shown = tabs.filter(
    (each) =>
      (each !== 'person' || may('evaluation.keep')) &&
      (each !== 'kept' || viewer.role !== 'department'),
  );
  return (
    <Panel page className={styles.page} title={t('title')} onClose={onClose}>
      <div className={styles.head}>
        <StretchTools homeCode={homeCode} tools={tools} />
        <Acts viewer={viewer} stretch={stretch} onKept={() => setTab('kept')} />
      </div>
      <ChoiceBar
        className={styles.tabs}
        label={t('views')}
        mark="tab"
        choices={shown}
        chosen={tab}
        words={(each) => t(`tab.${each}`)}
        onChoose={setTab}
      />
      <div className={styles.columns} data-opened={what !== null}>
        <div className={styles.main} tabIndex={0} role="region" aria-label={t(`tab.${tab}`)}>
          <View
            {...{ tab, stretch, month, onPlace }}
            mayTake={may('data.export')}
            onThing={onThing}
            opened={what}
            onOpen={(next) => setOpened({ what: next, of })}
          />
        </div>
        {what ? (
          <RowsBehind {...{ what, stretch, onCase, onThing }} onClose={() => setOpened(null)} />
        ) : null}
      </div>
    </Panel>
  );
}

type RowsBehindProps = Pick<EvaluationPageProps, 'onCase' | 'onThing' | 'onClose'> & {
  what: Opened;
  stretch: Stretch;
};

/** What they are says the figure. */
function RowsBehind({ what, stretch, onCase, onThing, onClose }: RowsBehindProps) {
  if ('place' in what) {
    return <CasesAtPlace opened={what.place} {...{ stretch, onCase, onClose }} />;
  }
  const opened = what.figure;
  const shown = { opened, stretch: opened.stretch ?? stretch, onClose };
  return opened.rowsAre === 'incident' ? (
    <CasesBehind {...shown} onCase={onCase} />
  ) : (
    <EquipmentBehind {...shown} onThing={onThing} />
  );
}

type ViewProps = {
  tab: Tab;
  stretch: Stretch;
  month: string;
  mayTake: boolean;
  opened: Opened | null;
  onThing: ShowThing;
  onOpen: (what: Opened) => void;
  onPlace: ShowPlace;
};

function View(props: ViewProps) {
  const { tab, stretch, month, mayTake, opened, onThing, onOpen, onPlace } = props;
  const { areaCode } = stretch;
  const openFigure: OpenFigure = (figure) => onOpen({ figure });
  switch (tab) {
    case 'whole':
      return <Whole stretch={stretch} onOpen={openFigure} />;
    case 'department':
    case 'area':
    case 'person':
      return <GroupTable key={tab} by={tab} stretch={stretch} onOpen={openFigure} />;
    case 'places':
      return (
        <CasePlaces
          {...{ stretch, onPlace }}
          opened={opened && 'place' in opened ? opened.place : null}
          onOpen={(place) => onOpen({ place })}
        />
      );
    case 'camera-use':
      return (
        <CameraUse
          stretch={stretch}
          onCamera={(id, position) => onThing('camera', id, position)}
          LooksBehind={null}
        />
      );
    case 'scorecard':
      return <ScorecardTable areaCode={areaCode} month={month} onOpen={openFigure} />;
    case 'kept':
      return <KeptList areaCode={areaCode} />;
    case 'documents':
      return (
        <>
          <ReportSchedule mayChange={false} />
          <DocumentList areaCode={areaCode} mayTake={mayTake} />
        </>
      );
  }
}

function Whole({ stretch, onOpen }: { stretch: Stretch; onOpen: OpenFigure }) {
  const { t } = useTranslation('evaluation');
  const { data, error, refetch } = useQuery(EvaluationDocument, {
    variables: stretch,
    fetchPolicy: 'cache-and-network',
  });
  const retry = () => void refetch();
  return (
    <PanelFaces
      of={faceOf({ value: data?.evaluation, error, retry })}
      emptyWords={t('noGroups')}
      skeletonRows={12}
    >
      {(figures) => <FigureTable figures={figures} onOpen={onOpen} />}
    </PanelFaces>
  );
}
