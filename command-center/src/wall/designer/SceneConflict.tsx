import { useTranslation } from 'react-i18next';
import { around, type WallContent, type WallTile } from 'grid-data';
import type { ScreenFieldsFragment } from '#gis/generated/graphql.ts';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import { rectOf } from '../desk/push-things.ts';
import { boundsAround, placeIn } from './plan-place.ts';
import type { SceneDraft } from './scene-draft.ts';
import { TileFace } from './TileFace.tsx';
import styles from './Designer.module.css';

/** The scene as somebody else saved it meanwhile, as the refusal tells it. */
export type TheirScene = {
  version: number;
  name: string;
  draft: WallContent;
  changedBy: string;
  changedAt: string;
};

type SceneConflictProps = {
  screens: readonly ScreenFieldsFragment[];
  mine: SceneDraft;
  theirs: TheirScene;
  onReplace: () => void;
  onTake: () => void;
  onCopy: () => void;
};

/** Both scenes side by side; neither is lost before somebody has decided. */
export function SceneConflict(props: SceneConflictProps) {
  const { screens, mine, theirs, onReplace, onTake, onCopy } = props;
  const { t } = useTranslation('wall');
  return (
    <div className={styles.conflict} role="alert" data-conflict="scene">
      <p>
        {t('designer.sceneConflict', { who: theirs.changedBy })}{' '}
        <Age since={new Date(theirs.changedAt)} />
      </p>
      <div className={styles.both}>
        <figure data-version="mine">
          <figcaption>
            {t('designer.mine')}: {mine.name}
          </figcaption>
          <SmallPlan screens={screens} tiles={mine.tiles} />
        </figure>
        <figure data-version="theirs">
          <figcaption>
            {t('designer.theirs')}: {theirs.name}
          </figcaption>
          <SmallPlan screens={screens} tiles={theirs.draft.tiles} />
        </figure>
      </div>
      <div className={styles.row}>
        <Button look="solid" data-act="keep-mine" onClick={onReplace}>
          {t('designer.keepMine')}
        </Button>
        <Button data-act="take-theirs" onClick={onTake}>
          {t('designer.takeTheirs')}
        </Button>
        <Button data-act="keep-both" onClick={onCopy}>
          {t('designer.keepBoth')}
        </Button>
      </div>
    </div>
  );
}

type SmallPlanProps = {
  screens: readonly ScreenFieldsFragment[];
  tiles: readonly WallTile[];
};

function SmallPlan({ screens, tiles }: SmallPlanProps) {
  const bounds = around(screens.map(rectOf)) ?? boundsAround([]);
  return (
    <div
      className={styles.smallPlan}
      style={{ aspectRatio: `${bounds.widthMm} / ${bounds.heightMm}` }}
    >
      {screens.map((screen) => (
        <div key={screen.id} className={styles.backdrop} style={placeIn(rectOf(screen), bounds)} />
      ))}
      {tiles.map((tile) => (
        <div key={tile.id} className={styles.smallTile} style={placeIn(tile.rect, bounds)}>
          <TileFace tile={tile} />
        </div>
      ))}
    </div>
  );
}
