import type { KeyboardEvent } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { WorklistDocument, type WorklistQuery } from '#gis/generated/graphql.ts';
import { gradeLook } from '#incidents/incident-looks.ts';
import { MoreRows } from '#lists/MoreRows.tsx';
import { select } from '#map/map-model.ts';
import { flyToPlace } from '#map/map-host.ts';
import { useJournalRefresh } from '#register/use-journal-refresh.ts';
import { Age } from '#ui/Age.tsx';
import { faceOf } from '#ui/face.ts';
import { Mark } from '#ui/Mark.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useIncidentTitle } from '#words/incident-title.ts';
import { leftWords } from './left-words.ts';
import styles from './DeskPage.module.css';

type Row = WorklistQuery['worklist']['nodes'][number];
type WorklistRowsProps = { areaCode: string; list: string; chosen: string | null };

const isOfCases = ({ kind }: { kind: string }) => kind.startsWith('incident.');

/** The rows of one list, the most urgent first; arrows walk through them. */
export function WorklistRows({ areaCode, list, chosen }: WorklistRowsProps) {
  const { t } = useTranslation('desk');
  const { data, error, refetch, fetchMore } = useQuery(WorklistDocument, {
    variables: { areaCode, key: list },
    fetchPolicy: 'cache-and-network',
  });
  const known = useJournalRefresh({ concerns: isOfCases, refresh: () => refetch() });
  const face = faceOf({ value: data?.worklist, error, retry: () => void refetch(), ...known });
  const more = async (after: string): Promise<void> => {
    await fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        worklist: { ...next.worklist, nodes: [...before.worklist.nodes, ...next.worklist.nodes] },
      }),
    });
  };
  return (
    <PanelFaces of={face} emptyWords={t('nothingWaits')} isEmpty={({ nodes }) => !nodes.length}>
      {({ nodes, pageInfo }) => (
        <>
          <ul className={styles.rows} data-rows={list} onKeyDown={walk}>
            {nodes.map((row) => (
              <li key={row.id}>
                <CaseRow row={row} isChosen={row.id === chosen} />
              </li>
            ))}
          </ul>
          <MoreRows pageInfo={pageInfo} more={more} />
        </>
      )}
    </PanelFaces>
  );
}

function CaseRow({ row, isChosen }: { row: Row; isChosen: boolean }) {
  const { t } = useTranslation('desk');
  const titleOf = useIncidentTitle();
  const { longitude, latitude } = row.position;
  const open = (): void => {
    select({ kind: 'incident', id: row.id, position: [longitude, latitude] });
    flyToPlace([longitude, latitude]);
  };
  const { clock } = row;
  return (
    <button
      type="button"
      className={styles.row}
      data-case-row={row.id}
      data-colour={clock?.colour ?? 'none'}
      aria-current={isChosen}
      onClick={open}
    >
      <Mark {...gradeLook(row.grade)} label={t(`incidents:grade.${row.grade}`)} />
      <span className={styles.rowTitle}>{titleOf(row.title)}</span>
      <span className={styles.left}>
        {clock ? leftWords(t, clock) : <Age since={new Date(row.reportedAt)} />}
      </span>
      <span className={styles.place}>{row.address ?? row.area.name}</span>
      <span className={styles.rowState}>
        {row.supervisedAt ? `${t('flag.supervised')} · ` : ''}
        {t(`incidents:state.${row.state}`)}
      </span>
    </button>
  );
}

/** The map below pans by the same keys, so they end here. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  event.stopPropagation();
  event.nativeEvent.stopImmediatePropagation();
  const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[data-case-row]')];
  const at = rows.indexOf(document.activeElement as HTMLButtonElement);
  const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)];
  next?.focus();
  next?.click();
}
