import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { WorklistFilterInput } from '#gis/generated/graphql.ts';
import { gradeLook } from '#incidents/incident-looks.ts';
import { select } from '#map/map-model.ts';
import { flyToPlace } from '#map/map-host.ts';
import { Age } from '#ui/Age.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { Mark } from '#ui/Mark.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { remPx } from '#ui/rem-px.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { leftWords } from './left-words.ts';
import { useCaseKeys } from './use-case-keys.ts';
import { useWorklist, type ListRow } from './use-worklist.ts';
import styles from './WorklistRows.module.css';

export type Picked = ReadonlyMap<string, ListRow>;
type WorklistRowsProps = {
  areaCode: string;
  list: string;
  filter: WorklistFilterInput;
  chosen: string | null;
  picked: Picked;
  onPick: (picked: Picked) => void;
};

/** The rows of one list, the most urgent first; arrows walk through them, X picks. */
export function WorklistRows(props: WorklistRowsProps) {
  const { t } = useTranslation('desk');
  const { areaCode, list, filter } = props;
  const { face, more } = useWorklist({ areaCode, list, filter });
  return (
    <div className={styles.box}>
      <PanelFaces of={face} emptyWords={t('nothingWaits')} isEmpty={({ rows }) => !rows.length}>
        {({ rows, after }) => <Rows {...props} rows={rows} more={after === null ? null : more} />}
      </PanelFaces>
    </div>
  );
}

const rowRem = 3.6;

type RowsProps = WorklistRowsProps & { rows: readonly ListRow[]; more: (() => void) | null };

/** Only what can be seen is drawn: a list of a hundred thousand scrolls like one of ten. */
function Rows({ rows, more, list, chosen, picked, onPick }: RowsProps) {
  const frame = useRef<HTMLDivElement>(null);
  // The React Compiler, which this rule speaks for, is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const shown = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowRem * remPx(),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  const items = shown.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && lastShown >= rows.length - 20) more();
  }, [more, lastShown, rows.length]);
  const at = rows.findIndex(({ id }) => id === chosen);
  const walk = (by: number): void => {
    const next = Math.min(rows.length - 1, Math.max(0, at + by));
    const row = rows[next];
    if (!row) return;
    openRow(row);
    shown.scrollToIndex(next);
  };
  const pick = (row: ListRow | undefined): void => {
    if (!row) return;
    const next = new Map(picked);
    if (!next.delete(row.id)) next.set(row.id, row);
    onPick(next);
  };
  useCaseKeys({
    ArrowDown: () => walk(1),
    ArrowUp: () => walk(-1),
    PageDown: () => walk(10),
    PageUp: () => walk(-10),
    Home: () => walk(-rows.length),
    End: () => walk(rows.length),
    x: () => pick(rows[at]),
    X: () => onPick(picked.size > 0 ? new Map() : firstOf(rows)),
  });
  return (
    <div ref={frame} className={styles.frame}>
      <ul
        className={styles.rows}
        style={{ height: shown.getTotalSize() }}
        data-rows={list}
        data-row-count={rows.length}
      >
        {items.map(({ key, index, start, size }) => {
          const row = rows[index];
          return row ? (
            <li key={key} className={styles.slot} style={{ height: size, top: start }}>
              <CaseRow
                row={row}
                isChosen={row.id === chosen}
                isPicked={picked.has(row.id)}
                onPick={() => pick(row)}
              />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

/** As many as are moved by one command. */
const mostPicked = 100;

function firstOf(rows: readonly ListRow[]): Picked {
  return new Map(rows.slice(0, mostPicked).map((row) => [row.id, row]));
}

function openRow({ id, position: { longitude, latitude } }: ListRow): void {
  select({ kind: 'incident', id, position: [longitude, latitude] });
  flyToPlace([longitude, latitude]);
}

type CaseRowProps = { row: ListRow; isChosen: boolean; isPicked: boolean; onPick: () => void };

function CaseRow({ row, isChosen, isPicked, onPick }: CaseRowProps) {
  const { t, i18n } = useTranslation('desk');
  const titleOf = useIncidentTitle();
  const { clock, stageDueAt, stageColour } = row;
  const title = titleOf(row.title);
  return (
    <div className={styles.row} data-picked={isPicked} data-colour={clock?.colour ?? 'none'}>
      <label className={styles.pick}>
        <input
          type="checkbox"
          checked={isPicked}
          aria-label={t('pick', { title })}
          data-pick={row.id}
          onChange={onPick}
        />
      </label>
      <button
        type="button"
        className={styles.open}
        data-case-row={row.id}
        aria-current={isChosen}
        onKeyDown={leaveArrows}
        onClick={() => openRow(row)}
      >
        <Mark {...gradeLook(row.grade)} label={t(`incidents:grade.${row.grade}`)} />
        <span className={styles.title}>{title}</span>
        <span className={styles.left}>
          {clock ? leftWords(t, clock) : <Age since={new Date(row.reportedAt)} />}
        </span>
        <span className={styles.place}>{row.address ?? row.area.name}</span>
        <span className={styles.state}>
          {row.supervisedAt ? `${t('flag.supervised')} · ` : ''}
          {t(`incidents:state.${row.state}`)}
          {stageDueAt && stageColour ? (
            <span className={styles.stage} data-stage-colour={stageColour}>
              {' · '}
              {t(stageColour === 'red' ? 'clock.stageLate' : 'clock.stageBy', {
                at: clockWords(new Date(stageDueAt), 'dayMinutes', i18n.language),
              })}
            </span>
          ) : null}
        </span>
      </button>
    </div>
  );
}

/** The list walks by itself; a frame that scrolls besides would walk twice. */
function leaveArrows(event: KeyboardEvent): void {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') event.preventDefault();
}
