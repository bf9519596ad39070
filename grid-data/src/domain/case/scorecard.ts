/** 成绩单: one score of several rates, by weights that are the city's own policy. */
import type { CaseSettings } from './case-settings.ts';
import type { Figure } from './evaluation.ts';
import { formulaOf } from './formulas.ts';

/** Of the way it is worked out; the weights are kept with each stored result. */
export const scoreVersion = 1;

export type Scoring = Pick<CaseSettings, 'scoreWeights' | 'gradeFloors'>;

export const grades = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof grades)[number];

/**
 * The weighted mean of the rates that have cases; null where none has. Where less is better, what is missing to 100
 * counts.
 */
export function scoreOf(figures: readonly Figure[], { scoreWeights }: Scoring): number | null {
  let weights = 0;
  let sum = 0;
  for (const { key, weight, lessIsBetter } of scoreWeights) {
    const value = figures.find((figure) => figure.key === key)?.value ?? null;
    if (value === null) continue;
    weights += weight;
    sum += weight * (lessIsBetter ? Math.max(0, 100 - value) : value);
  }
  return weights === 0 ? null : Math.round((100 * sum) / weights) / 100;
}

export function gradeOf(score: number | null, { gradeFloors }: Scoring): Grade | null {
  if (score === null) return null;
  const index = gradeFloors.findIndex((floor) => score >= floor);
  return grades[index] ?? 'E';
}

/** The place of each score, the best first; equal scores share one, no score has none. */
export function ranksOf(scores: readonly (number | null)[]): (number | null)[] {
  return scores.map((score) =>
    score === null ? null : 1 + scores.filter((other) => other !== null && other > score).length,
  );
}

/** The score as text, in the weights of the city. */
export function scoreText({ scoreWeights }: Scoring, language: 'zh' | 'en'): string {
  const parts = scoreWeights.map(({ key, weight, lessIsBetter }) => {
    const { nameZh, nameEn } = formulaOf(key);
    const name = language === 'zh' ? nameZh : nameEn;
    return `${lessIsBetter ? `(100 − ${name})` : name} × ${weight}`;
  });
  const total = scoreWeights.reduce((sum, { weight }) => sum + weight, 0);
  return language === 'zh'
    ? `得分 = (${parts.join(' + ')}) ÷ ${total}，无案件的指标不计权重`
    : `Score = (${parts.join(' + ')}) ÷ ${total}; a rate without cases carries no weight`;
}
