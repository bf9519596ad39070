import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { ChevronRight, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SightsDutyDocument } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { openStrip, seeingCameras, stripLength, tourOf, type RouteTour } from './route-looks.ts';
import type { RouteCamera } from './route-shapes.ts';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from './sights.module.css';

type RoutePlayerProps = {
  name: string;
  cameras: readonly RouteCamera[];
  onPlay: (tour: RouteTour) => void;
};

/** Opens the cameras that see the road in order: some beside each other and on from there, or one after the other. */
export function RoutePlayer({ name, cameras, onPlay }: RoutePlayerProps) {
  const { t } = useTranslation('sights');
  const purposes = useQuery(SightsDutyDocument).data?.viewer?.dutyPurposes ?? [];
  const filed = purposes.filter((purpose) => seeingCameras(cameras, purpose).length > 0);
  const [chosen, setChosen] = useState('');
  const [strip, setStrip] = useState<{ from: number; ids: string[] }>({ from: 0, ids: [] });
  const purpose = filed.includes(chosen) ? chosen : (filed[0] ?? '');
  const seeing = seeingCameras(cameras, purpose);
  const openFrom = (from: number): void => {
    setStrip({ from, ids: openStrip(seeing.slice(from), strip.ids, purpose) });
  };
  if (filed.length === 0) return <p className={toolStyles.quiet}>{t('route.nothingToOpen')}</p>;
  const next = strip.ids.length === 0 ? 0 : strip.from + stripLength;
  return (
    <div className={toolStyles.tools}>
      <label className={styles.field}>
        {t('route.purpose')}
        <select
          name="route-purpose"
          value={purpose}
          onChange={({ target }) => setChosen(target.value)}
        >
          {filed.map((each) => (
            <option key={each} value={each}>
              {t(`cameras:purpose.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <Button
        look="solid"
        data-act="open-strip"
        onClick={() => openFrom(next < seeing.length ? next : 0)}
      >
        <ChevronRight size="1.1em" aria-hidden />
        {strip.ids.length === 0
          ? t('route.openFirst', { count: Math.min(stripLength, seeing.length) })
          : t('route.openNext', { from: next < seeing.length ? next + 1 : 1, of: seeing.length })}
      </Button>
      <Button data-act="play-route" onClick={() => onPlay(tourOf(cameras, name, purpose))}>
        <Play size="1.1em" aria-hidden /> {t('route.play')}
      </Button>
    </div>
  );
}
