import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Info, X } from 'lucide-react';
import type { Viewer } from '#gis/use-viewer.ts';
import { reconnectJournal, startJournal } from '#journal/start-journal.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useNow } from '#ui/use-now.ts';
import { FillWall } from './FillWall.tsx';
import { useWallAddress } from './use-wall-address.ts';
import { useWallKeys } from './use-wall-keys.ts';
import { showOnWall, useWallModel, wallModel } from './wall-model.ts';
import { WallStage } from './WallStage.tsx';
import styles from './WallPage.module.css';

type WallPageProps = { viewer: Viewer; onClose: () => void };

/** A screen full of pictures: the cameras the hall had open, those the address names, or as many as one asks for. */
export function WallPage({ viewer, onClose }: WallPageProps) {
  const { t } = useTranslation('cameras');
  useWallAddress();
  useWallKeys(onClose);
  useEffect(() => {
    const stop = startJournal();
    addEventListener('online', reconnectJournal);
    return () => {
      stop();
      removeEventListener('online', reconnectJournal);
    };
  }, []);
  const cameras = useWallModel((model) => model.cameras);
  const purpose = useWallModel((model) => model.purpose);
  const asks = cameras.length === 0 || (purpose === null && cameras.some(({ basis }) => !basis));
  return (
    <main className={styles.page}>
      <header className={styles.bar}>
        <h1 className={styles.title}>{t('wall.title', { area: viewer.area.name })}</h1>
        {purpose === null ? null : (
          <span className={styles.fact}>
            <span className={styles.quiet}>{t('fact.purpose')}</span>{' '}
            {t(`purpose.${purpose}`, { defaultValue: purpose })}
          </span>
        )}
        <span className={styles.fact}>{t('wall.count', { count: cameras.length })}</span>
        <Clock />
        <span className={styles.tools}>
          <Button
            look="plain"
            data-act="figures"
            title={t('window.figures')}
            aria-label={t('window.figures')}
            onClick={() => wallModel.set(({ showFigures }) => ({ showFigures: !showFigures }))}
          >
            <Info size="1em" aria-hidden />
          </Button>
          {cameras.length > 0 ? (
            <Button look="plain" onClick={() => showOnWall([], null)}>
              {t('wall.anew')}
            </Button>
          ) : null}
          <Button
            look="plain"
            data-act="leave"
            title={t('wall.leave')}
            aria-label={t('wall.leave')}
            onClick={onClose}
          >
            <X size="1em" aria-hidden />
          </Button>
        </span>
      </header>
      {asks ? <FillWall viewer={viewer} /> : <WallStage />}
    </main>
  );
}

function Clock() {
  const now = new Date(useNow());
  return <time className={styles.clock}>{clockWords(now, 'full')}</time>;
}
