import { useEffect, useMemo, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  ShiftNotesDocument,
  WorklistsDocument,
  type WorklistFilterInput,
} from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { useJournalRefresh } from '#register/use-journal-refresh.ts';
import { BulletinsPanel } from '#bulletins/BulletinsPanel.tsx';
import { caseAsked, forgetAskedCase } from '#intake/asked-case.ts';
import { NewCase } from '#intake/NewCase.tsx';
import { LeavesPanel } from '#leaves/LeavesPanel.tsx';
import { select, useMapModel } from '#map/map-model.ts';
import { useStore } from '#ui/create-store.ts';
import { faceOf } from '#ui/face.ts';
import { PatrolsPanel } from '#patrols/PatrolsPanel.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { BulkBar } from './BulkBar.tsx';
import { CaseFile } from './CaseFile.tsx';
import { DeskTools, type DeskSide } from './DeskTools.tsx';
import { DispatchRules } from './DispatchRules.tsx';
import { EscalationStrip } from './EscalationStrip.tsx';
import { FilterBar } from './FilterBar.tsx';
import { keptList, keepList } from './kept-list.ts';
import { ShiftNotes } from './ShiftNotes.tsx';
import { SoundPanel } from './SoundPanel.tsx';
import { useCaseKeys } from './use-case-keys.ts';
import { WorklistRows, type Picked } from './WorklistRows.tsx';
import styles from './DeskPage.module.css';
import sideStyles from './DeskSide.module.css';

type DeskPageProps = {
  viewer: Viewer;
  onClose: () => void;
  /** To the log of the duty, or to a special report of these cases. */
  onRecords: (of: 'duty-log' | 'special-report', incidentIds: readonly string[]) => void;
};

const isOfCases = ({ kind }: { kind: string }) => kind.startsWith('incident.');
const isOfNotes = ({ kind }: { kind: string }) => kind.startsWith('shift-note.');

/** Left what waits, in the middle the map, right the case: the centre's desk and a department's, by the viewer's rights. */
export function DeskPage({ viewer, onClose, onRecords }: DeskPageProps) {
  const { t } = useTranslation('desk');
  const areaCode = viewer.area.code;
  const isAsked = useStore(caseAsked, ({ draft }) => draft !== null);
  const [side, setSide] = useState<DeskSide | null>(null);
  // What was asked at the seat opens its form, whatever stood there.
  if (isAsked && side !== 'new-case') setSide('new-case');
  const [filter, setFilter] = useState<WorklistFilterInput>({});
  const [chosen, setChosen] = useState<string | null>(keptList);
  const [picked, setPicked] = useState<Picked>(new Map());
  const caseId = useMapModel(({ selection }) =>
    selection?.kind === 'incident' ? selection.id : null,
  );
  const { data, error, refetch } = useQuery(WorklistsDocument, {
    variables: { areaCode, filter },
    fetchPolicy: 'cache-and-network',
  });
  const known = useJournalRefresh({ concerns: isOfCases, refresh: () => refetch() });
  const face = faceOf({ value: data?.worklists, error, retry: () => void refetch(), ...known });
  const lists = data?.worklists ?? [];
  const shown = lists.find(({ key }) => key === chosen) ?? lists.find(({ count }) => count > 0);
  const notes = useShiftNotes(viewer);
  const handedOver = useMemo(
    () => (picked.size > 0 ? [...picked.keys()].slice(0, 20) : caseId ? [caseId] : []),
    [picked, caseId],
  );
  useDeskMark();
  const choose = (key: string | undefined): void => {
    if (key === undefined) return;
    setChosen(key);
    keepList(key);
    setPicked(new Map());
  };
  const step = (by: number): void =>
    choose(lists.at((lists.findIndex(({ key }) => key === shown?.key) + by) % lists.length)?.key);
  const open = (next: DeskSide): void => {
    forgetAskedCase();
    setSide(side === next ? null : next);
  };
  useCaseKeys({ '[': () => step(-1), ']': () => step(1), n: () => open('notes') });
  const closeSide = (): void => {
    forgetAskedCase();
    setSide(null);
  };
  return (
    <div className={styles.desk} data-desk={viewer.role}>
      <Panel
        className={styles.lists}
        title={t(viewer.role === 'department' ? 'departmentDesk' : 'title')}
        aside={viewer.displayName}
        onClose={onClose}
      >
        <PanelFaces of={face} emptyWords={t('noLists')} isEmpty={(all) => all.length === 0}>
          {(all) => (
            <nav className={styles.tabs} aria-label={t('worklists')}>
              {all.map(({ key, count }) => (
                <button
                  key={key}
                  type="button"
                  className={styles.tab}
                  data-worklist={key}
                  data-count={count}
                  data-none={count === 0}
                  aria-current={key === shown?.key}
                  onClick={() => choose(key)}
                >
                  {t(`list.${key}`)}
                  <span>{count}</span>
                </button>
              ))}
            </nav>
          )}
        </PanelFaces>
        <DeskTools
          viewer={viewer}
          side={side}
          isFiltered={Object.values(filter).some((each) => (Array.isArray(each) ? each[0] : each))}
          waitingNotes={notes.waiting}
          onOpen={open}
          onRecords={(of) => onRecords(of, handedOver)}
        />
        {side === 'filter' ? (
          <FilterBar viewer={viewer} filter={filter} onFilter={setFilter} />
        ) : null}
        {shown ? (
          <WorklistRows
            key={`${shown.key} ${JSON.stringify(filter)}`}
            areaCode={areaCode}
            list={shown.key}
            filter={filter}
            chosen={caseId}
            picked={picked}
            onPick={setPicked}
          />
        ) : null}
        <BulkBar viewer={viewer} picked={picked} onPick={setPicked} />
      </Panel>
      {side === 'new-case' ? <NewCase className={sideStyles.panel} onClose={closeSide} /> : null}
      {side === 'rules' ? <DispatchRules viewer={viewer} onClose={closeSide} /> : null}
      {side === 'sound' ? <SoundPanel onClose={closeSide} /> : null}
      {side === 'notes' ? (
        <ShiftNotes
          face={notes.face}
          lists={lists}
          incidentIds={handedOver}
          onChanged={notes.refetch}
          onClose={closeSide}
        />
      ) : null}
      {side === 'bulletins' ? (
        <BulletinsPanel viewer={viewer} className={sideStyles.panel} onClose={closeSide} />
      ) : null}
      {side === 'patrols' ? (
        <PatrolsPanel viewer={viewer} className={sideStyles.panel} onClose={closeSide} />
      ) : null}
      {side === 'leaves' ? <LeavesPanel className={sideStyles.panel} onClose={closeSide} /> : null}
      <EscalationStrip viewer={viewer} />
      {caseId ? (
        <CaseFile key={caseId} id={caseId} onClose={() => select(null)} />
      ) : (
        <p className={styles.hint}>{t('chooseCase')}</p>
      )}
    </div>
  );
}

/** Whoever works at the centre's desk hands over and takes over; a department has no shifts here. */
function useShiftNotes({ role }: Viewer) {
  const { data, error, refetch } = useQuery(ShiftNotesDocument, {
    fetchPolicy: 'cache-and-network',
    skip: role === 'department',
  });
  const ask = async (): Promise<void> => {
    if (role !== 'department') await refetch();
  };
  const known = useJournalRefresh({ concerns: isOfNotes, refresh: ask });
  return {
    face: faceOf({ value: data?.shiftNotes, error, retry: () => void ask(), ...known }),
    waiting: (data?.shiftNotes ?? []).filter(({ takeable }) => takeable).length,
    refetch: () => void ask(),
  };
}

/** What lies behind, the hall, knows that the desk is before it. */
function useDeskMark(): void {
  useEffect(() => {
    document.body.dataset['page'] = 'desk';
    return () => {
      delete document.body.dataset['page'];
    };
  }, []);
}
