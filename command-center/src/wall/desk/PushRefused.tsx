import { useTranslation } from 'react-i18next';
import { TriangleAlert } from 'lucide-react';
import type { WallContent } from 'grid-data';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import type { Refused, Wall, Wish } from './use-wall.ts';
import styles from './WallDesk.module.css';

/** Somebody else was quicker: both are shown, neither is lost, and the operator decides. */
export function PushRefused({ wall, refused }: { wall: Wall; refused: Refused }) {
  const { t } = useTranslation('wall');
  const tilesOf = ({ tiles }: WallContent) =>
    tiles.length === 0
      ? t('refused.nothing')
      : tiles.map(({ kind }) => t(`tile.${kind}`)).join('、');
  return (
    <div className={styles.refused} role="alert" data-refused={refused.reason}>
      <TriangleAlert size="1.3em" aria-hidden />
      <div>
        <p>{t(`refused.${refused.reason}`, { defaultValue: t('refused.other') })}</p>
        {refused.shown.map(({ screenId, screenName, shownByName, shownAt, sceneName, content }) => (
          <p key={screenId} data-theirs={screenId}>
            {t('refused.theirs', {
              screen: screenName,
              who: shownByName,
              what: sceneName ?? tilesOf(content),
            })}{' '}
            <Age since={new Date(shownAt)} />
          </p>
        ))}
        <p data-yours>{t('refused.yours', { what: wordsOfWish(refused.again, tilesOf) })}</p>
        <div className={styles.row}>
          {refused.shown.length > 0 ? (
            <Button
              look="solid"
              data-act="replace"
              onClick={() => void wall.put(refused.again, refused.shown)}
            >
              {t('refused.replace')}
            </Button>
          ) : null}
          <Button data-act="keep" onClick={wall.drop}>
            {t('refused.keep')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function wordsOfWish(wish: Wish, tilesOf: (content: WallContent) => string): string {
  if (wish.kind === 'call') return wish.scene.name;
  return wish.pushes.map(({ content }) => tilesOf(content)).join(' / ');
}
