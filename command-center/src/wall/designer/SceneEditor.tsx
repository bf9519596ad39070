import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  cellLines,
  contentFaults,
  divisions,
  snapTile,
  type WallRect,
  type WallTile,
} from 'grid-data';
import { viewOfMap } from '#map/map-host.ts';
import { mapModel } from '#map/map-model.ts';
import type { Wall } from '../desk/use-wall.ts';
import { rectOf } from '../desk/push-things.ts';
import { PieceBar } from './PieceBar.tsx';
import { piecedOf } from './piece-drag.ts';
import { PlanBox } from './PlanBox.tsx';
import { boundsAround, placeIn, pointAt } from './plan-place.ts';
import {
  changeTile,
  contentOfDraft,
  newScene,
  rectForNew,
  resized,
  sceneDraftOf,
  tileOf,
  type Piece,
  type SceneDraft,
} from './scene-draft.ts';
import { SceneBar } from './SceneBar.tsx';
import { ScenePreview } from './ScenePreview.tsx';
import { TileFace } from './TileFace.tsx';
import { TileForm } from './TileForm.tsx';
import { UndoButtons } from './UndoButtons.tsx';
import { WantedThing } from './WantedThing.tsx';
import { useUndoable } from './use-undoable.ts';
import styles from './Designer.module.css';

type Point = { xMm: number; yMm: number };
type Wanted = { piece: Piece; point: Point | null; kind: 'camera' | 'incident' };

/** 场景: what stands in which cell of which screen. */
export function SceneEditor({ wall }: { wall: Wall }) {
  const { t } = useTranslation('wall');
  const editing = useUndoable<SceneDraft>(wall.scenes[0] ? sceneDraftOf(wall.scenes[0]) : newScene);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [division, setDivision] = useState<(typeof divisions)[number]>(divisions[1]);
  const [previewing, setPreviewing] = useState(false);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const screens = wall.screens.map((screen) => ({ ...screen, rect: rectOf(screen) }));
  const rects = screens.map(({ rect }) => rect);
  const bounds = boundsAround(rects);
  const draft = editing.value;
  const chosen = draft.tiles.find(({ id }) => id === chosenId) ?? null;
  const faults = contentFaults(contentOfDraft(draft), screens);
  const put = (id: string, change: (tile: WallTile) => WallTile): void =>
    editing.change((it) => changeTile(it, id, change));
  const edit = (id: string, change: (tile: WallTile) => WallTile): void => {
    editing.keep();
    put(id, change);
  };
  const remove = (id: string): void => {
    editing.keep();
    editing.change((it) => ({ ...it, tiles: it.tiles.filter((tile) => tile.id !== id) }));
  };
  const add = (piece: Piece, point: Point | null, found: string | null = null): void => {
    const chosen = found === null ? thingsAtHand() : { cameraIds: [found], incidentId: found };
    const rect = rectForNew(draft.tiles, rects, { point, division });
    const tile = rect && tileOf(piece, rect, { map: mapNow(), chosen });
    const kind = piece.kind === 'cameras' ? 'camera' : 'incident';
    const needsThing = piece.kind === 'cameras' || piece.kind === 'incident-cameras';
    setWanted(tile || !needsThing ? null : { piece, point, kind });
    if (!tile) return;
    editing.keep();
    editing.change((it) => ({ ...it, tiles: [...it.tiles, tile] }));
    setChosenId(tile.id);
  };
  if (screens.length === 0) return <p className={styles.quiet}>{t('designer.layoutFirst')}</p>;
  return (
    <div className={styles.columns}>
      <div className={styles.work}>
        <SceneBar
          wall={wall}
          editing={editing}
          faults={faults}
          onPreview={() => setPreviewing(true)}
        />
        <PieceBar onAdd={(piece) => add(piece, null)} />
        <div
          className={styles.plan}
          data-plan
          role="group"
          aria-label={t('designer.scenePlan')}
          style={{
            aspectRatio: `${bounds.widthMm} / ${bounds.heightMm}`,
            width: `min(100%, calc((100vh - 17rem) * ${bounds.widthMm / bounds.heightMm}))`,
          }}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            const piece = piecedOf(event.dataTransfer);
            if (piece) add(piece, pointAt(event, event.currentTarget, bounds));
          }}
        >
          {screens.map((screen) => (
            <div
              key={screen.id}
              className={styles.backdrop}
              style={placeIn(screen.rect, bounds)}
              data-backdrop={screen.id}
            >
              <Cells rect={screen.rect} division={division} />
              <span className={styles.backdropName}>{screen.name}</span>
            </div>
          ))}
          {draft.tiles.map((tile) => (
            <PlanBox
              key={tile.id}
              id={tile.id}
              look="tile"
              rect={tile.rect}
              bounds={bounds}
              chosen={tile.id === chosenId}
              label={t('designer.tileLabel', {
                what: tile.kind === 'panel' ? t(`panel.${tile.panel}`) : t(`tile.${tile.kind}`),
                left: Math.round(tile.rect.leftMm),
                top: Math.round(tile.rect.topMm),
                width: Math.round(tile.rect.widthMm),
                height: Math.round(tile.rect.heightMm),
              })}
              onChoose={() => setChosenId(tile.id)}
              onGrip={editing.keep}
              onSettle={() => {}}
              onMove={(rect) =>
                put(tile.id, (it) => ({ ...it, rect: moved(it.rect, rect, rects, division) }))
              }
              onResize={(rect) =>
                put(tile.id, (it) => resized(it, snapTile(rect, rects, division)))
              }
              onStep={(step) => edit(tile.id, (it) => stepped(it, step, rects, division))}
              onDelete={() => remove(tile.id)}
            >
              <TileFace tile={tile} />
            </PlanBox>
          ))}
        </div>
        <div className={styles.bar}>
          <label>
            {t('designer.division')}{' '}
            <select
              value={divisions.indexOf(division)}
              data-division
              onChange={({ target }) =>
                setDivision(divisions[Number(target.value)] ?? divisions[1])
              }
            >
              {divisions.map(({ columns, rows }, index) => (
                <option key={`${columns}x${rows}`} value={index}>
                  {columns}×{rows}
                </option>
              ))}
            </select>
          </label>
          <UndoButtons {...editing} />
          <span className={styles.quiet}>{t('designer.sceneKeys')}</span>
        </div>
      </div>
      <aside className={styles.side} aria-label={t('designer.inspector')}>
        {faults.map((fault) => (
          <p
            key={JSON.stringify(fault)}
            className={styles.amiss}
            role="status"
            data-fault={fault.kind}
          >
            {t(`designer.fault.${fault.kind}`, {
              screen:
                fault.kind === 'two-maps'
                  ? (screens.find(({ id }) => id === fault.screenId)?.name ?? '')
                  : '',
            })}
          </p>
        ))}
        {wanted ? (
          <WantedThing
            kind={wanted.kind}
            onFound={(id) => add(wanted.piece, wanted.point, id)}
            onDrop={() => setWanted(null)}
          />
        ) : chosen ? (
          <TileForm
            key={chosen.id}
            tile={chosen}
            screens={screens}
            onChange={(change) => edit(chosen.id, change)}
            onRemove={() => remove(chosen.id)}
          />
        ) : (
          <p className={styles.quiet}>{t('designer.chooseTile')}</p>
        )}
      </aside>
      {previewing ? (
        <ScenePreview draft={draft} screens={screens} onClose={() => setPreviewing(false)} />
      ) : null}
    </div>
  );
}

function Cells({
  rect,
  division,
}: {
  rect: WallRect;
  division: { columns: number; rows: number };
}) {
  const { xs, ys } = cellLines([rect], division);
  const share = (value: number, start: number, length: number) =>
    `${((value - start) / length) * 100}%`;
  return (
    <>
      {xs.slice(1, -1).map((x) => (
        <i
          key={`x${x}`}
          className={styles.upright}
          style={{ left: share(x, rect.leftMm, rect.widthMm) }}
        />
      ))}
      {ys.slice(1, -1).map((y) => (
        <i
          key={`y${y}`}
          className={styles.level}
          style={{ top: share(y, rect.topMm, rect.heightMm) }}
        />
      ))}
    </>
  );
}

type Lines = { columns: number; rows: number };

/** It keeps about its size while it goes from cell to cell. */
function moved(from: WallRect, to: WallRect, screens: readonly WallRect[], lines: Lines): WallRect {
  return snapTile({ ...to, widthMm: from.widthMm, heightMm: from.heightMm }, screens, lines);
}

/** By one cell of the screen that the tile begins on. */
function stepped(
  tile: WallTile,
  step: { right: number; down: number; resizes: boolean },
  screens: readonly WallRect[],
  lines: Lines,
): WallTile {
  const { leftMm, topMm, widthMm, heightMm } = tile.rect;
  const own =
    screens.find((screen) => leftMm < screen.leftMm + screen.widthMm - 1) ?? screens.at(-1);
  if (own === undefined) return tile;
  const x = (step.right * own.widthMm) / lines.columns;
  const y = (step.down * own.heightMm) / lines.rows;
  const rect = step.resizes
    ? { ...tile.rect, widthMm: Math.max(1, widthMm + x), heightMm: Math.max(1, heightMm + y) }
    : { ...tile.rect, leftMm: leftMm + x, topMm: topMm + y };
  const cells = snapTile(rect, screens, lines);
  return step.resizes ? resized(tile, cells) : { ...tile, rect: cells };
}

function mapNow() {
  const view = viewOfMap();
  const { engineKind, shownLayers } = mapModel.get();
  return view ? { view, engine: engineKind, layers: shownLayers } : null;
}

/** What is open or selected in the hall below is what a new cell shows first. */
function thingsAtHand() {
  const { openCameras, selection } = mapModel.get();
  const selected = selection?.kind === 'camera' ? [selection.id] : [];
  const cameraIds = [...new Set([...openCameras.map(({ cameraId }) => cameraId), ...selected])];
  return { cameraIds, incidentId: selection?.kind === 'incident' ? selection.id : null };
}
