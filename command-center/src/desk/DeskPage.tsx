import { useEffect, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { WorklistsDocument } from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { useJournalRefresh } from '#register/use-journal-refresh.ts';
import { NewCase } from '#intake/NewCase.tsx';
import { select, useMapModel } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { CaseFile } from './CaseFile.tsx';
import { DispatchRules } from './DispatchRules.tsx';
import { keptList, keepList } from './kept-list.ts';
import { WorklistRows } from './WorklistRows.tsx';
import styles from './DeskPage.module.css';
import sideStyles from './DeskSide.module.css';

type DeskPageProps = { viewer: Viewer; onClose: () => void };

/** Who sends cases, and who says where they go. */
const seesRules: readonly string[] = ['incident.dispatch', 'incident.register'];

const isOfCases = ({ kind }: { kind: string }) => kind.startsWith('incident.');

/** Left what waits, in the middle the map, right the case: the centre's desk and a department's, by the viewer's rights. */
export function DeskPage({ viewer, onClose }: DeskPageProps) {
  const { t } = useTranslation('desk');
  const areaCode = viewer.area.code;
  const [side, setSide] = useState<'rules' | 'new-case' | null>(null);
  const [chosen, setChosen] = useState<string | null>(keptList);
  const caseId = useMapModel(({ selection }) =>
    selection?.kind === 'incident' ? selection.id : null,
  );
  const { data, error, refetch } = useQuery(WorklistsDocument, {
    variables: { areaCode },
    fetchPolicy: 'cache-and-network',
  });
  const known = useJournalRefresh({ concerns: isOfCases, refresh: () => refetch() });
  const face = faceOf({ value: data?.worklists, error, retry: () => void refetch(), ...known });
  const lists = data?.worklists ?? [];
  const shown = lists.find(({ key }) => key === chosen) ?? lists.find(({ count }) => count > 0);
  useEffect(() => {
    document.body.dataset['page'] = 'desk';
    return () => {
      delete document.body.dataset['page'];
    };
  }, []);
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
                  onClick={() => {
                    setChosen(key);
                    keepList(key);
                  }}
                >
                  {t(`list.${key}`)}
                  <span>{count}</span>
                </button>
              ))}
            </nav>
          )}
        </PanelFaces>
        <div className={styles.tools}>
          {viewer.permissions.includes('incident.accept') ? (
            <Button
              aria-pressed={side === 'new-case'}
              data-desk-side="new-case"
              onClick={() => setSide(side === 'new-case' ? null : 'new-case')}
            >
              {t('intake:newCase')}
            </Button>
          ) : null}
          {viewer.permissions.some((each) => seesRules.includes(each)) ? (
            <Button
              aria-pressed={side === 'rules'}
              data-desk-side="rules"
              onClick={() => setSide(side === 'rules' ? null : 'rules')}
            >
              {t('rules.open')}
            </Button>
          ) : null}
        </div>
        {shown ? (
          <WorklistRows key={shown.key} areaCode={areaCode} list={shown.key} chosen={caseId} />
        ) : null}
      </Panel>
      {side === 'new-case' ? (
        <NewCase className={sideStyles.panel} onClose={() => setSide(null)} />
      ) : null}
      {side === 'rules' ? <DispatchRules viewer={viewer} onClose={() => setSide(null)} /> : null}
      {caseId ? (
        <CaseFile key={caseId} id={caseId} onClose={() => select(null)} />
      ) : (
        <p className={styles.hint}>{t('chooseCase')}</p>
      )}
    </div>
  );
}
