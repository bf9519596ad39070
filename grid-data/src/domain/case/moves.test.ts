import { describe, expect, it } from 'vitest';
import { incidentStates, type IncidentState } from '../incident.ts';
import { permissionsOf, roles, type Role } from '../roles.ts';
import { newCase, type CaseFacts } from './case-facts.ts';
import { ordinaryCaseSettings, type CaseSettings } from './case-settings.ts';
import { judgeMove, type Mover } from './judge-move.ts';
import { caseMoves, moveFrom, movesFrom, type CaseMove, type CaseMoveName } from './moves.ts';
import { movesAsMarkdown } from './moves-as-markdown.ts';

const at = new Date('2026-05-06T01:00:00Z');
const rows: readonly CaseMove[] = caseMoves;

function mover(role: Role, departmentCode: string | null = null): Mover {
  return { permissions: new Set(permissionsOf(role)), departmentCode, scopePrefix: '' };
}

function aCase(more: Partial<CaseFacts> = {}): CaseFacts {
  return { ...newCase({ source: 'grid-worker', areaCode: '990101001001', at }), ...more };
}

type Judged = Record<string, unknown> & { settings?: CaseSettings };
const judge = (
  state: IncidentState,
  move: CaseMove['move'],
  who: Mover,
  { settings = ordinaryCaseSettings, ...more }: Judged = {},
) => {
  const row = moveFrom(state, move as CaseMoveName);
  if (row === null) return 'no-such-move';
  return judgeMove(row, aCase({ ...(more as Partial<CaseFacts>), state }), who, settings);
};
const water = { departmentCode: 'water' };

describe('the table of moves', () => {
  it('stands in MOVES.md as it is here', async () => {
    await expect(movesAsMarkdown()).toMatchFileSnapshot('../../../MOVES.md');
  });

  it('reaches every state from a report', () => {
    const reached = new Set<string>(['reported']);
    for (let size = 0; size < reached.size;) {
      size = reached.size;
      for (const { from, to } of rows)
        if (from.some((state) => reached.has(state))) reached.add(to);
    }
    for (const state of incidentStates) expect(reached).toContain(state);
  });

  it('ends for good only in the archive', () => {
    const ends = incidentStates.filter((state) =>
      movesFrom(state).every(({ to }) => to === 'same'),
    );
    expect(ends).toEqual(['archived']);
  });

  it('has one row for each state and move, and some role for each', () => {
    const pairs = rows.flatMap(({ move, from }) => from.map((state) => `${state} ${move}`));
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { by } of rows) {
      expect(roles.some((role) => by.some((right) => permissionsOf(role).includes(right)))).toBe(
        true,
      );
    }
  });

  it('asks for words wherever a case is taken away, back or refused', () => {
    const takenBack = ['refuse', 'void', 'send-back', 'return', 'suspend', 'rework', 'send-again'];
    for (const row of rows) {
      if (
        [...takenBack, 'correct', 'reopen', 'refuse-request', 'supervise', 'hand-up'].includes(
          row.move,
        )
      ) {
        expect(row.needs, row.move).toContain('note');
      }
    }
  });

  it('knows no way from reported straight to closed', () => {
    expect(movesFrom('reported').some(({ to }) => to === 'closed')).toBe(false);
  });
});

/** Who may do what by reference/standards.md, written by hand and not read from the table. */
const holders: Record<string, readonly Role[]> = {
  accept: ['duty-officer', 'shift-leader', 'acceptor', 'town-monitor'],
  register: ['shift-leader'],
  correct: ['duty-officer', 'shift-leader', 'acceptor', 'town-monitor'],
  dispatch: ['dispatcher'],
  sign: ['department'],
  'feed-back': ['department'],
  'ask-extension': ['department'],
  'grant-extension': ['dispatcher', 'shift-leader'],
  'grant-deferral': ['shift-leader', 'leader'],
  suspend: ['shift-leader', 'leader'],
  supervise: ['shift-leader', 'leader'],
  close: ['shift-leader'],
  void: ['shift-leader'],
  reopen: ['shift-leader'],
};

describe('who may', () => {
  it.each(Object.entries(holders))('%s: the roles of the standard and no others', (move, may) => {
    const row = rows.find((each) => each.move === move)!;
    const request = { kind: move.endsWith('deferral') ? 'deferral' : 'extension' } as const;
    const asked = move.startsWith('grant') ? { ...request, value: 1, note: '', askedAt: 0 } : null;
    for (const role of roles) {
      const refusal = judge(row.from[0]!, move, mover(role), { request: asked });
      expect(refusal === null, `${role} ${move}: ${refusal}`).toBe(may.includes(role));
    }
  });

  const moves = [...new Set(rows.map(({ move }) => move))];
  const triples = incidentStates.flatMap((state) =>
    moves.flatMap((move) => roles.map((role) => ({ state, move, role }))),
  );
  it.each([false, true])(
    'nobody makes a move that no row joins to state and role, acceptors registering: %s',
    (acceptorRegisters) => {
      const settings = { ...ordinaryCaseSettings, acceptorRegisters };
      // Of the table its columns alone, not the functions that judge by it.
      const unjoined = triples.filter(({ state, move, role }) => {
        const held = permissionsOf(role);
        const also = acceptorRegisters && move === 'register' && held.includes('incident.accept');
        const row = rows.find((each) => each.move === move && each.from.includes(state));
        return !row || !(also || row.by.some((right) => held.includes(right)));
      });
      expect(unjoined.length).toBeGreaterThan(3_000);
      for (const { state, move, role } of unjoined) {
        const isRow = rows.some((each) => each.move === move && each.from.includes(state));
        // Its own department's, so that nothing but the right is missing.
        const refusal = judge(state, move, mover(role, 'water'), { ...water, settings });
        expect(refusal, `${state} ${move} ${role}`).toBe(
          isRow ? 'permission-missing' : 'no-such-move',
        );
      }
      // And nobody who holds the right is told that it is missing.
      for (const one of triples.filter((each) => !unjoined.includes(each))) {
        const { state, move, role } = one;
        const refusal = judge(state, move, mover(role, 'water'), { ...water, settings });
        expect(refusal, `${state} ${move} ${role}`).not.toBe('permission-missing');
      }
    },
  );

  it('the administrator, the auditor and a wall move nothing', () => {
    for (const { move, from } of rows) {
      for (const role of ['administrator', 'auditor', 'wall'] as const) {
        expect(judge(from[0]!, move, mover(role)), move).toBe('permission-missing');
      }
    }
  });
});

describe('a guard', () => {
  const asked = { kind: 'extension', value: 2, note: '雨', askedAt: 0 } as const;
  const runs = { unit: 'work-hour', given: [4], runs: [{ from: 0, to: null }] } as const;
  const stands = { ...runs, runs: [{ from: 0, to: 1 }] };
  it.each([
    [
      'own-department',
      'dispatched',
      'sign',
      mover('department', 'roads'),
      water,
      mover('department', 'water'),
    ],
    ['verified', 'reported', 'accept', mover('acceptor'), { source: 'hotline' }, null],
    ['at-level', 'reported', 'accept', mover('acceptor'), { handledByArea: '990101001' }, null],
    [
      'no-open-request',
      'processing',
      'ask-deferral',
      mover('department', 'water'),
      { ...water, request: asked },
      null,
    ],
    ['extension-asked', 'processing', 'grant-extension', mover('dispatcher'), {}, null],
    ['deferral-asked', 'processing', 'grant-deferral', mover('leader'), { request: asked }, null],
    ['request-open', 'processing', 'refuse-request', mover('dispatcher'), {}, null],
    [
      'clock-runs',
      'processing',
      'feed-back',
      mover('department', 'water'),
      { ...water, clock: stands },
      null,
    ],
    ['clock-stands', 'processing', 'end-deferral', mover('shift-leader'), { clock: runs }, null],
    ['check-failed', 'checking', 'send-again', mover('dispatcher'), {}, null],
    [
      'check-not-failed',
      'checking',
      'check-passed',
      mover('grid-worker'),
      { checkFailed: true },
      null,
    ],
    ['merged', 'rejected', 'unmerge', mover('acceptor'), {}, null],
    ['not-merged', 'voided', 'reopen', mover('shift-leader'), { mergedInto: 'x' }, null],
    ['handed-down', 'reported', 'hand-up', mover('acceptor'), {}, null],
  ] as const)('%s refuses from %s to %s', (...row) => {
    const [guard, state, move, who, facts, allowed] = row;
    expect(judge(state, move, who, facts)).toBe(guard);
    if (allowed !== null) expect(judge(state, move, allowed, facts)).toBeNull();
  });

  it('of a citizen’s report is satisfied by a 核实, and only by one that confirms', () => {
    const citizen = { source: 'public-report' };
    const accept = (more: object) =>
      judge('reported', 'accept', mover('acceptor'), { ...citizen, ...more });
    expect(accept({ verdict: 'not-confirmed' })).toBe('verified');
    expect(accept({ verdict: 'confirmed' })).toBeNull();
  });
});
