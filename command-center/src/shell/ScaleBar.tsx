import { useMapHost } from '#map/map-host.ts';
import { useMapModel } from '#map/map-model.ts';
import { useLengthWords } from '#words/length-words.ts';
import { scaleFor } from './scale-for.ts';
import styles from './ScaleBar.module.css';

/** A round distance on the ground as a length on the screen. */
export function ScaleBar() {
  const lengthWords = useLengthWords();
  const engine = useMapHost((host) => host.engine);
  const settled = useMapModel(({ view }) => view?.metersPerPixel ?? null);
  // A map that nobody has moved yet has not settled anywhere.
  const metersPerPixel = settled ?? engine?.view().metersPerPixel;
  if (metersPerPixel === undefined) return null;
  const { meters, widthPx } = scaleFor(metersPerPixel, 130);
  return (
    <span className={styles.scale} style={{ width: widthPx }}>
      {lengthWords(meters)}
    </span>
  );
}
