import { posts } from 'grid-data';
import { useTranslation } from 'react-i18next';
import type { FigureFieldsFragment } from '#gis/generated/graphql.ts';
import { currentLanguage } from '#words/i18n.ts';
import { CountButton } from './CountButton.tsx';
import { countsRows, figureWords, nameIn } from './figure-words.ts';
import type { OpenFigure } from './opened-figure.ts';
import styles from './Evaluation.module.css';

type FigureTableProps = {
  figures: readonly FigureFieldsFragment[];
  /** Absent where there are no cases to open: what was kept are figures alone. */
  onOpen?: OpenFigure;
};

/** All figures by post, each with its formula, version and denominator. */
export function FigureTable({ figures, onOpen }: FigureTableProps) {
  const { t } = useTranslation('evaluation');
  return (
    <table className={styles.table} data-figures>
      <thead>
        <tr>
          <th scope="col">{t('column.figure')}</th>
          <th scope="col" className={styles.number}>
            {t('column.value')}
          </th>
          <th scope="col" className={styles.number}>
            {t('column.counted')}
          </th>
          <th scope="col" className={styles.number}>
            {t('column.among')}
          </th>
          <th scope="col">{t('column.formula')}</th>
        </tr>
      </thead>
      {posts.map((post) => (
        <tbody key={post}>
          <tr>
            <th colSpan={5} scope="rowgroup" className={styles.post}>
              {t(`post.${post}`)}
            </th>
          </tr>
          {figures
            .filter((figure) => figure.post === post)
            .map((figure) => (
              <FigureRow key={figure.key} figure={figure} onOpen={onOpen} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

type FigureRowProps = { figure: FigureFieldsFragment; onOpen: OpenFigure | undefined };

function FigureRow({ figure, onOpen }: FigureRowProps) {
  const { t } = useTranslation('evaluation');
  const { key, unit, numerator, denominator, version, rowsAre, rows } = figure;
  const name = nameIn(figure);
  const open =
    onOpen &&
    ((counted: boolean): void =>
      onOpen({ key, rowsAre, counted, by: null, group: null, title: name }));
  const count = (value: number, counted: boolean) => (
    <CountButton value={value} counted={counted} name={name} onOpen={open} />
  );
  return (
    <tr data-figure={key} data-value={figure.value ?? ''}>
      <th scope="row">{name}</th>
      <td className={styles.figure}>{figureWords(figure)}</td>
      <td className={styles.number}>
        {countsRows(figure) ? count(numerator, unit === 'percent') : Math.round(numerator)}
      </td>
      <td className={styles.number}>
        {rowsAre === 'camera' ? `${denominator} · ` : ''}
        {count(rows, false)}
        {rowsAre === 'camera' ? t('ofCameras') : ''}
      </td>
      <td className={styles.formula}>
        {currentLanguage() === 'en' ? figure.textEn : figure.textZh}
        <span className={styles.version}>{t('version', { version })}</span>
      </td>
    </tr>
  );
}
