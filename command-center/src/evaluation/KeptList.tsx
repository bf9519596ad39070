import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { KeptEvaluationsDocument } from '#gis/generated/graphql.ts';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { FigureTable } from './FigureTable.tsx';
import { cityDay } from './period.ts';
import styles from './Evaluation.module.css';

/** Results as somebody kept them, with the formulas of then. */
export function KeptList({ areaCode }: { areaCode: string }) {
  const { t } = useTranslation('evaluation');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(KeptEvaluationsDocument, {
    variables: { areaCode },
    fetchPolicy: 'cache-and-network',
  });
  const retry = () => void refetch();
  return (
    <PanelFaces
      of={faceOf({ value: data?.keptEvaluations, error, retry })}
      emptyWords={t('noKept')}
      isEmpty={(all) => all.length === 0}
    >
      {(all) => {
        const chosen = all.find(({ id }) => id === chosenId) ?? all[0]!;
        return (
          <div className={styles.kept}>
            <ul>
              {all.map((kept) => (
                <li key={kept.id}>
                  <button
                    type="button"
                    className={styles.choice}
                    aria-current={kept.id === chosen.id}
                    data-kept={kept.id}
                    onClick={() => setChosenId(kept.id)}
                  >
                    <span>
                      {kept.area.name} {cityDay(new Date(kept.from))} –{' '}
                      {cityDay(new Date(Date.parse(kept.to) - 1))}
                    </span>
                    <span className={styles.quiet}>
                      {t('keptBy', {
                        name: kept.keptBy,
                        at: clockWords(new Date(kept.keptAt), 'full'),
                      })}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            <FigureTable figures={chosen.figures} />
          </div>
        );
      }}
    </PanelFaces>
  );
}
