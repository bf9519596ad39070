import { useTranslation } from 'react-i18next';
import type { GroupFieldsFragment } from '#gis/generated/graphql.ts';
import { CountButton } from './CountButton.tsx';
import { countsRows, figureWords, nameIn } from './figure-words.ts';
import type { OpenFigure } from './opened-figure.ts';
import type { Stretch } from './use-stretch.ts';
import styles from './Evaluation.module.css';

type FigureCellProps = {
  figure: Omit<GroupFieldsFragment['figures'][number], 'post'>;
  group: { key: string | null; nameZh: string; nameEn: string };
  by: string;
  /** Where it is not that of the page. */
  stretch?: Stretch;
  onOpen: OpenFigure;
};

/** A figure of one group, with its numerator and its denominator, each of which opens its rows. */
export function FigureCell({ figure, group, by, stretch, onOpen }: FigureCellProps) {
  const { t } = useTranslation('evaluation');
  const { key, unit, numerator, denominator, rowsAre, rows } = figure;
  const name = `${nameIn(figure)} · ${nameIn(group)}`;
  const open = (counted: boolean): void =>
    onOpen({
      key,
      rowsAre,
      counted,
      by,
      group: group.key,
      title: name,
      ...(stretch && { stretch }),
    });
  const among = <CountButton value={rows} counted={false} name={name} onOpen={open} />;
  return (
    <td className={styles.number} data-figure={key}>
      {rows === 0 ? <span className={styles.none}>{figureWords(figure)}</span> : null}
      {rows > 0 && unit === 'count' ? among : null}
      {rows > 0 && unit !== 'count' ? (
        <>
          {figureWords(figure)}{' '}
          <span className={styles.share}>
            {unit === 'percent' ? (
              <>
                {countsRows(figure) ? (
                  <CountButton value={numerator} counted name={name} onOpen={open} />
                ) : (
                  Math.round(numerator)
                )}
                {' / '}
              </>
            ) : null}
            {rowsAre === 'camera' ? `${denominator} · ` : ''}
            {among}
            {rowsAre === 'camera' ? t('ofCameras') : ''}
          </span>
        </>
      ) : null}
    </td>
  );
}
