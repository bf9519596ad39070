import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinedGroups, overlappingScreens, snapScreen, snapScreenSize } from 'grid-data';
import type { WallRect } from 'grid-data';
import { Button } from '#ui/Button.tsx';
import type { Wall } from '../desk/use-wall.ts';
import { GroupOutline } from './GroupOutline.tsx';
import { PlanBox } from './PlanBox.tsx';
import { boundsAround } from './plan-place.ts';
import {
  aspectWords,
  broughtUpToDate,
  changedDrafts,
  draftOf,
  isNew,
  newScreen,
  screenKinds,
  type ScreenDraft,
} from './screen-draft.ts';
import { ScreenConflict } from './ScreenConflict.tsx';
import { ScreenForm } from './ScreenForm.tsx';
import { UndoButtons } from './UndoButtons.tsx';
import { useSavingScreens } from './use-saving-screens.ts';
import { useUndoable } from './use-undoable.ts';
import styles from './Designer.module.css';

/** One step of the arrow keys. */
const stepMm = 10;

/** 屏幕布局: the screens as they hang, to scale. */
export function LayoutEditor({ wall }: { wall: Wall }) {
  const { t } = useTranslation('wall');
  const saved = wall.screens.map(draftOf);
  const [opened, setOpened] = useState(saved);
  const editing = useUndoable<readonly ScreenDraft[]>(saved);
  const [chosenId, setChosenId] = useState<string | null>(saved[0]?.id ?? null);
  const drafts = editing.value;
  // While a screen is dragged the plan must not change its scale under the hand.
  const [held, setHeld] = useState<WallRect | null>(null);
  const bounds = held ?? boundsAround(drafts.map(({ rect }) => rect));
  const saving = useSavingScreens(wall, (before, now) =>
    editing.change((all) => all.map((draft) => (draft.id === before.id ? now : draft))),
  );
  if (JSON.stringify(saved) !== JSON.stringify(opened)) {
    editing.reset(broughtUpToDate(drafts, opened, saved));
    setOpened(saved);
  }
  const chosen = drafts.find(({ id }) => id === chosenId) ?? null;
  const changed = changedDrafts(drafts, opened);
  const over = overlappingScreens(drafts);
  const put = (id: string, change: (draft: ScreenDraft) => ScreenDraft): void =>
    editing.change((all) => all.map((draft) => (draft.id === id ? change(draft) : draft)));
  const others = (id: string) => drafts.filter((draft) => draft.id !== id);
  const add = (kind: (typeof screenKinds)[number]): void => {
    const made = newScreen(kind, drafts, t('designer.newScreenName', { n: drafts.length + 1 }));
    editing.keep();
    editing.change((all) => [...all, made]);
    setChosenId(made.id);
  };
  const remove = (draft: ScreenDraft): void => {
    if (isNew(draft)) {
      editing.keep();
      editing.change((all) => all.filter(({ id }) => id !== draft.id));
    } else saving.remove(draft);
  };
  return (
    <div className={styles.columns}>
      <div className={styles.work}>
        <div className={styles.bar} role="toolbar" aria-label={t('designer.layoutTools')}>
          {screenKinds.map((kind) => (
            <Button key={kind.id} data-add={kind.id} onClick={() => add(kind)}>
              + {t(`designer.kind.${kind.id}`)}
            </Button>
          ))}
          <UndoButtons {...editing} />
        </div>
        <div
          className={styles.plan}
          data-plan
          role="group"
          aria-label={t('plan')}
          style={{ aspectRatio: `${bounds.widthMm} / ${bounds.heightMm}`, ...fitted(bounds) }}
        >
          {joinedGroups(drafts).map((group) => (
            <GroupOutline key={group.map(({ id }) => id).join()} group={group} bounds={bounds} />
          ))}
          {drafts.map((draft) => (
            <PlanBox
              key={draft.id}
              id={draft.id}
              look="screen"
              rect={draft.rect}
              bounds={bounds}
              chosen={draft.id === chosenId}
              label={t('designer.screenLabel', {
                name: draft.name,
                left: Math.round(draft.rect.leftMm),
                top: Math.round(draft.rect.topMm),
                width: Math.round(draft.rect.widthMm),
                height: Math.round(draft.rect.heightMm),
              })}
              onChoose={() => setChosenId(draft.id)}
              onGrip={() => {
                editing.keep();
                setHeld(bounds);
              }}
              onSettle={() => setHeld(null)}
              onMove={(rect) =>
                put(draft.id, (it) => ({
                  ...it,
                  rect: snapScreen({ ...it, rect }, others(draft.id)),
                }))
              }
              onResize={(rect) =>
                put(draft.id, (it) => ({
                  ...it,
                  rect: snapScreenSize({ ...it, rect }, others(draft.id)),
                }))
              }
              onStep={(step) => {
                editing.keep();
                put(draft.id, (it) => ({ ...it, rect: stepped(it.rect, step) }));
              }}
              onDelete={() => remove(draft)}
            >
              <span className={styles.screenFace} data-over={over.includes(draft) || undefined}>
                <strong>{draft.name}</strong>
                <span>
                  {draft.widthPx}×{draft.heightPx} ·{' '}
                  {aspectWords(draft.rect.widthMm, draft.rect.heightMm)}
                </span>
                {changed.includes(draft) ? <small>{t('designer.unsaved')}</small> : null}
              </span>
            </PlanBox>
          ))}
        </div>
        <p className={styles.quiet}>{t('designer.layoutKeys')}</p>
      </div>
      <aside className={styles.side} aria-label={t('designer.inspector')}>
        {over.length > 0 ? (
          <p className={styles.amiss} role="status" data-fault="overlap">
            {t('designer.overlap', { names: over.map(({ name }) => name).join('、') })}
          </p>
        ) : null}
        {saving.conflict ? (
          <ScreenConflict
            {...saving.conflict}
            onReplace={() => {
              const { draft, theirs } = saving.conflict!;
              void saving.save([{ ...draft, version: theirs.version }]);
            }}
            onTake={() => {
              const { draft } = saving.conflict!;
              editing.change((all) =>
                all.map((it) => opened.find(({ id }) => id === it.id && id === draft.id) ?? it),
              );
              saving.drop();
            }}
          />
        ) : null}
        {chosen ? (
          <ScreenForm
            key={chosen.id}
            draft={chosen}
            onChange={(change) => {
              editing.keep();
              put(chosen.id, change);
            }}
            onRemove={() => remove(chosen)}
          />
        ) : (
          <p className={styles.quiet}>{t('designer.chooseScreen')}</p>
        )}
        {saving.refused ? (
          <p role="alert" data-refused={saving.refused}>
            {t(`refused.${saving.refused}`, { defaultValue: t('refused.other') })}
          </p>
        ) : null}
        <div className={styles.row}>
          <Button
            look={changed.length === 0 ? 'quiet' : 'solid'}
            data-act="save-layout"
            disabled={changed.length === 0}
            onClick={() => void saving.save(changed)}
          >
            {t('designer.saveLayout', { count: changed.length })}
          </Button>
          <Button
            data-act="drop-layout"
            disabled={changed.length === 0}
            onClick={() => editing.reset(opened)}
          >
            {t('designer.dropChanges')}
          </Button>
        </div>
      </aside>
    </div>
  );
}

const fitted = ({ widthMm, heightMm }: WallRect) => ({
  width: `min(100%, calc((100vh - 13rem) * ${widthMm / heightMm}))`,
});

function stepped(
  rect: WallRect,
  { right, down, resizes }: { right: number; down: number; resizes: boolean },
): WallRect {
  const [x, y] = [right * stepMm, down * stepMm];
  if (!resizes) return { ...rect, leftMm: rect.leftMm + x, topMm: rect.topMm + y };
  const least = 50;
  return {
    ...rect,
    widthMm: Math.max(least, rect.widthMm + x),
    heightMm: Math.max(least, rect.heightMm + y),
  };
}
