import { useTranslation } from 'react-i18next';
import { around } from 'grid-data';
import type { ScreenFieldsFragment } from '#gis/generated/graphql.ts';
import { draggedThing } from '#map/dragged-thing.ts';
import { useStore } from '#ui/create-store.ts';
import { deskWall } from './desk-link.ts';
import { Miniature } from './Miniature.tsx';
import { contentWith, rectOf, tileFor } from './push-things.ts';
import type { Wall } from './use-wall.ts';
import styles from './WallDesk.module.css';

type HallPlanProps = {
  wall: Wall;
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
  mayDrive: boolean;
};

/** The screens as they hang, each a small picture of itself. A click chooses one, with Shift one more. */
export function HallPlan({ wall, chosen, onChoose, mayDrive }: HallPlanProps) {
  const { t } = useTranslation('wall');
  const { screens } = wall;
  const states = useStore(deskWall, (state) => state.states);
  const pictures = useStore(deskWall, (state) => state.pictures);
  const whole = around(screens.map(rectOf));
  if (whole === null) return null;
  const percent = (length: number, of: number) => `${(length / of) * 100}%`;
  const choose = (id: string, more: boolean): void => {
    if (!more) return onChoose([id]);
    onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  };
  const drop = (screen: ScreenFieldsFragment, data: DataTransfer, beside: boolean): void => {
    const thing = draggedThing(data);
    if (thing === null || !mayDrive) return;
    const content = contentWith(tileFor(thing, [screen]), beside ? 'beside' : 'full', screen);
    void wall.put({ kind: 'push', pushes: [{ screen, content }] });
  };
  return (
    <div
      className={styles.plan}
      role="group"
      aria-label={t('plan')}
      style={{
        aspectRatio: `${whole.widthMm} / ${whole.heightMm}`,
        width: `min(100%, calc(38vh * ${whole.widthMm / whole.heightMm}))`,
      }}
    >
      {screens.map((screen) => (
        <button
          key={screen.id}
          type="button"
          className={styles.screen}
          aria-pressed={chosen.includes(screen.id)}
          aria-label={screen.name}
          data-wall-screen={screen.id}
          style={{
            left: percent(screen.leftMm - whole.leftMm, whole.widthMm),
            top: percent(screen.topMm - whole.topMm, whole.heightMm),
            width: percent(screen.widthMm, whole.widthMm),
            height: percent(screen.heightMm, whole.heightMm),
          }}
          onClick={(event) => choose(screen.id, event.shiftKey || event.ctrlKey)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            drop(screen, event.dataTransfer, event.shiftKey);
          }}
        >
          <Miniature
            screen={screen}
            state={states.get(screen.id) ?? null}
            picture={pictures.get(screen.id) ?? null}
          />
        </button>
      ))}
    </div>
  );
}
