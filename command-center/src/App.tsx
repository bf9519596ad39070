import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useViewer } from './gis/use-viewer.ts';
import { Guarded } from './ui/Guarded.tsx';
import { SignInGate } from './session/SignInGate.tsx';
import { onCaseAsked } from './intake/asked-case.ts';
import { Hall } from './shell/Hall.tsx';
import { askRecords } from './records/records-asked.ts';
import { keepsRecords } from './records/keeps-records.ts';
import {
  showCaseAtDesk,
  showCaseById,
  showIncident,
  showOnMap,
  showPlace,
} from './shell/open-hit.ts';
import { leaveWallOfPictures, wallPath } from './shell/open-wall.ts';
import { callItHall, currentPath, designerPath, goTo, onPathChange } from './shell/path.ts';

const Gallery = import.meta.env.DEV
  ? lazy(() => import('./gallery/Gallery.tsx').then((module) => ({ default: module.Gallery })))
  : null;
const AccountsPage = lazy(() =>
  import('./accounts/AccountsPage.tsx').then((module) => ({ default: module.AccountsPage })),
);
const DeskPage = lazy(() =>
  import('./desk/DeskPage.tsx').then((module) => ({ default: module.DeskPage })),
);
const EvaluationPage = lazy(() =>
  import('./evaluation/EvaluationPage.tsx').then((module) => ({ default: module.EvaluationPage })),
);
const LinkagePage = lazy(() =>
  import('./linkage/page/LinkagePage.tsx').then((module) => ({ default: module.LinkagePage })),
);
const RecordsPage = lazy(() =>
  import('./records/RecordsPage.tsx').then((module) => ({ default: module.RecordsPage })),
);
const RecordingsPage = lazy(() =>
  import('./recordings/RecordingsPage.tsx').then((module) => ({ default: module.RecordingsPage })),
);
const WallPage = lazy(() =>
  import('./cameras/wall/WallPage.tsx').then((module) => ({ default: module.WallPage })),
);
const TourOnWall = lazy(() =>
  import('./tours/TourOnWall.tsx').then((module) => ({ default: module.TourOnWall })),
);
const SymbolsPage = lazy(() =>
  import('./gallery/SymbolsPage.tsx').then((module) => ({ default: module.SymbolsPage })),
);

const ScreenPage = lazy(() =>
  import('./wall/screen/ScreenPage.tsx').then((module) => ({ default: module.ScreenPage })),
);

const ScreenWatchdog = lazy(() =>
  import('./wall/screen/ScreenWatchdog.tsx').then((module) => ({ default: module.ScreenWatchdog })),
);

const CaseRulesPage = lazy(() =>
  import('./case-rules/CaseRulesPage.tsx').then((module) => ({ default: module.CaseRulesPage })),
);
const CitizenPage = lazy(() =>
  import('./citizen/CitizenPage.tsx').then((module) => ({ default: module.CitizenPage })),
);

const DesignerPage = lazy(() =>
  import('./wall/designer/DesignerPage.tsx').then((module) => ({ default: module.DesignerPage })),
);

const pages: readonly string[] = [
  '/',
  '/gallery',
  '/symbols',
  wallPath,
  '/accounts',
  '/desk',
  '/evaluation',
  '/recordings',
  '/records',
  '/linkage',
  '/screen',
  '/citizen',
  '/case-rules',
  designerPath,
];

export function App() {
  const path = useSyncExternalStore(onPathChange, currentPath);
  useSeatWhenAsked();
  useEffect(() => {
    if (!pages.includes(path)) callItHall();
  }, [path]);
  if (path === '/gallery' && Gallery) {
    return (
      <Suspense>
        <Gallery />
      </Suspense>
    );
  }
  if (path === '/citizen') {
    return (
      <Suspense>
        <CitizenPage />
      </Suspense>
    );
  }
  if (path === '/screen') {
    return (
      <>
        <Suspense>
          <ScreenWatchdog />
        </Suspense>
        <Guarded>
          <Suspense>
            <ScreenPage />
          </Suspense>
        </Guarded>
      </>
    );
  }
  return (
    <SignInGate>
      <Guarded>
        <Suspense>
          {path === '/symbols' ? (
            <SymbolsPage />
          ) : path === wallPath ? (
            <WallOfPictures />
          ) : (
            <Hall />
          )}
        </Suspense>
      </Guarded>
      <Guarded key={path}>
        {path === '/accounts' ? (
          <Suspense>
            <AccountsPage onClose={() => goTo('/')} />
          </Suspense>
        ) : null}
        {path === '/case-rules' ? (
          <Suspense>
            <CaseRulesPage onClose={() => goTo('/')} />
          </Suspense>
        ) : null}
        {path === '/desk' ? <Desk /> : null}
        {path === '/evaluation' ? <Evaluation /> : null}
        {path === '/records' ? <Records /> : null}
        {path === '/linkage' ? (
          <Suspense>
            <LinkagePage onClose={() => goTo('/')} onIncident={showIncident} />
          </Suspense>
        ) : null}
        {path === '/recordings' ? (
          <Suspense>
            <RecordingsPage onClose={() => goTo('/')} />
          </Suspense>
        ) : null}
        {path === designerPath ? (
          <Suspense>
            <DesignerPage onClose={() => goTo('/')} />
          </Suspense>
        ) : null}
      </Guarded>
    </SignInGate>
  );
}

/** Wherever it is asked for, a case is taken down at the desk. */
function useSeatWhenAsked(): void {
  useEffect(() => onCaseAsked(() => goTo('/desk')), []);
}

function Desk() {
  const { viewer } = useViewer();
  return viewer?.area.code ? (
    <Suspense>
      <DeskPage
        viewer={viewer}
        onClose={() => goTo('/')}
        onRecords={(of, incidentIds) => {
          askRecords(of, incidentIds);
          goTo('/records');
        }}
      />
    </Suspense>
  ) : null;
}

function Evaluation() {
  const { viewer } = useViewer();
  return viewer?.permissions.includes('evaluation.read') && viewer.area.code ? (
    <Suspense>
      <EvaluationPage
        viewer={viewer}
        onCase={showCaseAtDesk}
        onThing={showOnMap}
        onPlace={showPlace}
        onClose={() => goTo('/')}
      />
    </Suspense>
  ) : null;
}

function Records() {
  const { viewer } = useViewer();
  return viewer?.area.code && keepsRecords(viewer) ? (
    <Suspense>
      <RecordsPage viewer={viewer} onCase={showCaseById} onClose={() => goTo('/')} />
    </Suspense>
  ) : null;
}

function WallOfPictures() {
  const { viewer } = useViewer();
  return viewer ? (
    <>
      <WallPage viewer={viewer} onClose={leaveWallOfPictures} />
      <TourOnWall />
    </>
  ) : null;
}
