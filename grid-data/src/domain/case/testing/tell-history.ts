/** Tells a history of the fixture move by move, as the rules judge and take them. */
import type { LimitUnit } from '../../incident.ts';
import type { CallBackOutcome } from '../../reporter.ts';
import { permissionsOf, roles } from '../../roles.ts';
import type { EvaluatedCase } from '../evaluation.ts';
import { newCase, type CaseFacts, type Verdict } from '../case-facts.ts';
import { caseSettingsSchema } from '../case-settings.ts';
import { judgeMove, missingNeeds, noWords, type MoveWords } from '../judge-move.ts';
import { moveFrom, type CaseMoveName } from '../moves.ts';
import { stageFrom, takeMove } from '../take-move.ts';
import type { WorkTime } from '../work-calendar.ts';
import type { GoldenHistory } from './golden-histories.ts';

export const inCity = (text: string) => new Date(`2026-${text.replace(' ', 'T')}:00+08:00`);

type Step = { at: Date; move: string; value: string | undefined };

export function stepsOf(text: string): Step[] {
  let day = '';
  return text.split('; ').flatMap((part) => {
    const [, date, time, move, value] = /^(?:(\d\d-\d\d) )?(\d\d:\d\d) ([a-z-]+)(?:=(.+))?$/.exec(
      part,
    )!;
    day = date ?? day;
    const at = inCity(`${day} ${time}`);
    const moves = move === 'ready' ? ['report', 'accept', 'register', 'dispatch'] : [move!];
    return moves.map((each) => ({ at, move: each, value }));
  });
}

export function wordsOf(move: string, value: string | undefined): MoveWords {
  return {
    ...noWords,
    note: 'because',
    departmentCode: 'water',
    mainIncidentId: '00000000-0000-4000-8000-000000000000',
    closingConditionMet: true,
    limitValue: move === 'ask-extension' ? Number(value) : null,
    handlerName: value ?? null,
    verdict: (value ?? null) as Verdict | null,
    areaCode: value ?? null,
  };
}

/** Whoever holds every right in turn: the table alone says who may, and a history is told by those who may. */
const anyone = {
  permissions: new Set(roles.flatMap((role) => permissionsOf(role))),
  departmentCode: 'water',
  scopePrefix: '990101001',
};

export function tellHistory(history: GoldenHistory, workTime: WorkTime): EvaluatedCase {
  const settings = caseSettingsSchema.parse(history.settings ?? {});
  const [value = '', unit] = history.limit.split(' ');
  const limit = { value: Number(value), unit: unit as LimitUnit };
  const [reported, ...steps] = stepsOf(history.steps);
  const rules = { settings, workTime };
  const { source = 'grid-worker' } = history;
  let facts: CaseFacts = newCase({ source, areaCode: '990101001001', at: reported!.at });
  facts.stages.reported = stageFrom('reported', { at: reported!.at, ...rules });
  let lastCallBack: EvaluatedCase['lastCallBack'] = null;
  for (const { at, move, value: said } of steps) {
    if (move === 'call-back') {
      lastCallBack = { at, outcome: said as CallBackOutcome };
      continue;
    }
    const row = moveFrom(facts.state, move as CaseMoveName);
    if (row === null) throw new Error(`${history.name}: no ${move} from ${facts.state}`);
    const refusal = judgeMove(row, facts, anyone, settings);
    const words = wordsOf(move, said);
    const missing = missingNeeds(row, words, { settings, photos: 1 });
    if (refusal !== null || missing.length > 0) {
      throw new Error(`${history.name}: ${move} is refused: ${refusal ?? missing.join()}`);
    }
    facts = takeMove(row, facts, words, { at, limit, ...rules });
  }
  return { ...facts, id: history.name, reportedAt: reported!.at, lastCallBack };
}
