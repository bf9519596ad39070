import { useTranslation } from 'react-i18next';
import { around, type WallRect } from 'grid-data';
import { placeIn } from './plan-place.ts';
import { aspectWords, type ScreenDraft } from './screen-draft.ts';
import styles from './Designer.module.css';

/** What is joined is one surface: its size in pixels and its shape stand above it. */
export function GroupOutline({
  group,
  bounds,
}: {
  group: readonly ScreenDraft[];
  bounds: WallRect;
}) {
  const { t } = useTranslation('wall');
  const whole = around(group.map(({ rect }) => rect));
  if (group.length < 2 || whole === null) return null;
  const densest = Math.max(...group.map(({ widthPx, rect }) => widthPx / rect.widthMm));
  return (
    <div className={styles.group} style={placeIn(whole, bounds)} data-joined={group.length}>
      <span>
        {t('designer.joined', {
          count: group.length,
          width: Math.round(whole.widthMm * densest),
          height: Math.round(whole.heightMm * densest),
          aspect: aspectWords(whole.widthMm, whole.heightMm),
        })}
      </span>
    </div>
  );
}
