import { useState } from 'react';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import cases from '../cases/Cases.module.css';
import { fetchOwnArea, type Bbox } from '../offline/own-area-map.ts';
import type { Worker } from '../session/worker-session.ts';
import styles from './More.module.css';

type Progress =
  | { at: 'rest' }
  | { at: 'work'; done: number; all: number }
  | { at: 'done'; fetched: number; all: number }
  | { at: 'failed' };

/** Before a shift without a line: the map of one's own area comes along. */
export function OwnAreaMap({ worker }: { worker: Worker }) {
  const { t } = useTranslation('field');
  const [progress, setProgress] = useState<Progress>({ at: 'rest' });
  const [west = 0, south = 0, east = 0, north = 0] = worker.area.bbox;
  const fetchAll = async (): Promise<void> => {
    const bbox: Bbox = [west, south, east, north];
    const onProgress = (done: number, all: number): void => setProgress({ at: 'work', done, all });
    try {
      const end = await fetchOwnArea(bbox, '/tiles/styles/light-desk.json', onProgress);
      setProgress({ at: end.fetched === 0 ? 'failed' : 'done', ...end });
    } catch {
      setProgress({ at: 'failed' });
    }
  };
  return (
    <section className={cases.list} aria-label={t('ownMap.title')}>
      <header className={cases.head}>
        <h2>{t('ownMap.title')}</h2>
      </header>
      <p className={cases.none}>{t('ownMap.what', { area: worker.area.name })}</p>
      <button
        type="button"
        className={styles.button}
        data-act="fetch-map"
        disabled={progress.at === 'work'}
        onClick={() => void fetchAll()}
      >
        <Download size="1.2em" aria-hidden />
        {t('ownMap.fetch')}
      </button>
      {progress.at === 'work' ? (
        <progress
          className={styles.progress}
          aria-label={t('ownMap.title')}
          value={progress.done}
          max={progress.all}
        />
      ) : null}
      {progress.at === 'done' ? (
        <p role="status" data-map-fetched={progress.fetched}>
          {t('ownMap.done', { fetched: progress.fetched, all: progress.all })}
        </p>
      ) : null}
      {progress.at === 'failed' ? <p role="alert">{t('ownMap.failed')}</p> : null}
    </section>
  );
}
