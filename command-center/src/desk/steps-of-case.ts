/** The seven links (信息收集 … 综合评价) of one case, read out of its stays and its journal. */
export const steps = [
  'collect',
  'file',
  'dispatch',
  'dispose',
  'feedback',
  'check',
  'evaluate',
] as const;
export type Step = (typeof steps)[number];

type Told = {
  state: string;
  stages: readonly { state: string; from: string; due?: string | null }[];
  history: readonly { kind: string; at: string; actorName?: string | null; payload?: unknown }[];
};

export type StepOfCase = {
  step: Step;
  at: string | null;
  by: string | null;
  due: string | null;
  status: 'done' | 'now' | 'ahead';
};

/** The states in which a case is at each link. */
const statesOf: Record<Step, readonly string[]> = {
  collect: ['reported', 'verifying'],
  file: ['accepted', 'registered'],
  dispatch: ['dispatched'],
  dispose: ['processing', 'suspended'],
  feedback: ['feedback'],
  check: ['checking', 'checked'],
  evaluate: ['closed', 'archived'],
};

/** A case that was refused or voided has ended where it was filed. */
const ended: readonly string[] = ['rejected', 'voided'];

export function stepsOfCase({ state, stages, history }: Told): StepOfCase[] {
  const present = ended.includes(state)
    ? -1
    : steps.findIndex((step) => statesOf[step].includes(state));
  const reached = steps.map((step) => entered(statesOf[step], { stages, history }));
  return steps.map((step, index) => {
    const isDone = present === -1 ? reached[index] !== null : index < present;
    const status = index === present ? 'now' : isDone ? 'done' : 'ahead';
    const stage = stages.find((each) => each.state === state);
    // What lies ahead again after a return was reached once; its old time would mislead.
    const told = status === 'ahead' ? null : reached[index];
    return {
      step,
      at: told?.at ?? null,
      by: told?.by ?? null,
      due: index === present ? (stage?.due ?? null) : null,
      status,
    };
  });
}

function entered(states: readonly string[], { stages, history }: Omit<Told, 'state'>) {
  const stays = stages.filter(({ state }) => states.includes(state)).map(({ from }) => from);
  const entry = history.findLast(({ kind, payload }) =>
    kind === 'incident.reported'
      ? states.includes('reported')
      : states.includes(String((payload as { to?: unknown } | null)?.to)),
  );
  const at = entry?.at ?? stays.toSorted().at(-1) ?? null;
  return at === null ? null : { at, by: entry?.actorName ?? null };
}
