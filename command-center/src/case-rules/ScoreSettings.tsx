import { useTranslation } from 'react-i18next';
import { grades, scoredFormulas } from 'grid-data';
import type { RulesOfCasesFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { useClassName } from '#words/use-class-name.ts';
import { RuleField } from './RuleField.tsx';
import styles from './CaseRules.module.css';

type Settings = RulesOfCasesFragment['settings'];
type Weight = Settings['scoreWeights'][number];
type ScoreSettingsProps = {
  weights: readonly Weight[];
  floors: readonly number[];
  onWeights: (next: Weight[]) => void;
  onFloors: (next: number[]) => void;
};

/** 成绩单: which rates make the score, how much each weighs, and from where on each grade is given. */
export function ScoreSettings({ weights, floors, onWeights, onFloors }: ScoreSettingsProps) {
  const { t } = useTranslation('case-rules');
  const named = useClassName();
  const nameOf = (key: string): string => {
    const formula = scoredFormulas.find((each) => each.key === key);
    return formula === undefined ? key : named(formula);
  };
  const write = (key: string, change: Partial<Weight>): void =>
    onWeights(weights.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const left = scoredFormulas.filter(({ key }) => !weights.some((each) => each.key === key));
  return (
    <>
      <table className={styles.table} data-score-weights>
        <caption>{t('scoreWeights')}</caption>
        <tbody>
          {weights.map(({ key, weight, lessIsBetter }) => (
            <tr key={key}>
              <th scope="row">{nameOf(key)}</th>
              <td>
                <input
                  type="number"
                  aria-label={`${t('weight')} ${nameOf(key)}`}
                  required
                  min={0}
                  max={1_000}
                  step="any"
                  value={weight}
                  onChange={(event) => write(key, { weight: Number(event.target.value) })}
                />
              </td>
              <td>
                <label className={styles.tick}>
                  <input
                    type="checkbox"
                    checked={lessIsBetter}
                    onChange={(event) => write(key, { lessIsBetter: event.target.checked })}
                  />
                  {t('lessIsBetter')}
                </label>
              </td>
              <td>
                <Button
                  disabled={weights.length === 1}
                  onClick={() => onWeights(weights.filter((each) => each.key !== key))}
                >
                  {t('remove')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left.length > 0 ? (
        <RuleField name={t('addRate')}>
          {(id) => (
            <select
              id={id}
              value=""
              onChange={(event) =>
                onWeights([
                  ...weights,
                  { key: event.target.value, weight: 10, lessIsBetter: false },
                ])
              }
            >
              <option value="" disabled>
                {t('chooseRate')}
              </option>
              {left.map(({ key }) => (
                <option key={key} value={key}>
                  {nameOf(key)}
                </option>
              ))}
            </select>
          )}
        </RuleField>
      ) : null}
      {floors.map((floor, index) => (
        <RuleField key={grades[index]} name={t('gradeFloor', { grade: grades[index] })}>
          {(id) => (
            <input
              id={id}
              type="number"
              required
              min={0}
              max={100}
              step="any"
              value={floor}
              onChange={(event) => onFloors(floors.with(index, Number(event.target.value)))}
            />
          )}
        </RuleField>
      ))}
    </>
  );
}
