import { ChevronDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaPicker } from '#areas/AreaPicker.tsx';
import type { AreaSummary } from '#areas/use-area-summary.ts';
import { DutyNames } from '#duty/DutyNames.tsx';
import type { Viewer } from '#gis/use-viewer.ts';
import { selectArea, useMapModel } from '#map/map-model.ts';
import { WeatherLine } from '#outside/WeatherLine.tsx';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import type { Face } from '#ui/face.ts';
import { pastShown } from '#ui/past-shown.ts';
import { useNow } from '#ui/use-now.ts';
import { hallPanels, togglePanel } from './hall-panels.ts';
import styles from './TopBar.module.css';

type TopBarProps = {
  viewer: Viewer;
  area: Face<AreaSummary>;
  /** In place of the clock and the duty of now. */
  clock?: ReactNode;
  duty?: ReactNode;
};

/** Where, when and who answers: the first thing an eye looks for. */
export function TopBar({ viewer, area, clock = <Clock />, duty = <DutyNames /> }: TopBarProps) {
  const { t } = useTranslation('shell');
  const scoped = useMapModel(({ areaCode }) => areaCode !== null && areaCode !== viewer.area.code);
  const past = useStore(pastShown, ({ shown }) => shown);
  const picking = useStore(hallPanels, ({ open }) => open === 'areas');
  const illustrative = area.face === 'ready' && area.value.illustrative;
  const name = area.face === 'ready' ? area.value.name : viewer.area.name;
  return (
    <header className={styles.top}>
      <div className={styles.line}>
        <h1 className={styles.area}>
          <button
            type="button"
            className={styles.name}
            title={t('chooseArea')}
            aria-expanded={picking}
            onClick={() => togglePanel('areas')}
          >
            {name}
            <ChevronDown size="0.7em" aria-hidden />
          </button>
        </h1>
        {clock}
      </div>
      {scoped ? (
        <Button className={styles.chip} onClick={() => selectArea(null)}>
          {t('backTo', { name: viewer.area.name })}
          <X size="1em" aria-hidden />
        </Button>
      ) : null}
      <div className={styles.duty}>
        {duty}
        {illustrative ? <span className={styles.note}>{t('areas:illustrative')}</span> : null}
      </div>
      {past ? null : <WeatherLine />}
      {picking ? (
        <div className={styles.picker}>
          <AreaPicker rootCode={viewer.area.code} onClose={() => togglePanel('areas')} />
        </div>
      ) : null}
    </header>
  );
}

function Clock() {
  const { i18n } = useTranslation();
  const now = new Date(useNow());
  return (
    <time className={styles.clock} dateTime={now.toISOString()}>
      <span className={styles.time}>{clockWords(now, 'seconds')}</span>
      <span className={styles.date}>{clockWords(now, 'date', i18n.language)}</span>
    </time>
  );
}
