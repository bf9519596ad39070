import { describe, expect, it } from 'vitest';
import { incidentStates } from './incident.ts';
import { incidentStep, incidentSteps, incidentStepsFrom } from './incident-steps.ts';
import { permissionsOf, roles } from './roles.ts';

describe('the loop of a case', () => {
  it('reaches every state from a report', () => {
    const reached = new Set(['reported']);
    for (let size = 0; size < reached.size;) {
      size = reached.size;
      for (const step of incidentSteps) if (reached.has(step.from)) reached.add(step.to);
    }
    expect([...reached].sort()).toEqual([...incidentStates].sort());
  });

  it('ends at rejected, voided and archived, and nowhere else', () => {
    const ends = incidentStates.filter((state) => !incidentSteps.some((s) => s.from === state));
    expect(ends).toEqual(['rejected', 'voided', 'archived']);
  });

  it('names each step once and lets some role take it', () => {
    const names = incidentSteps.map((step) => `${step.from} to ${step.to}`);
    expect(new Set(names).size).toBe(names.length);
    for (const step of incidentSteps) {
      expect(roles.some((role) => permissionsOf(role).includes(step.permission))).toBe(true);
    }
  });

  it('asks for words where a case is taken away or back', () => {
    const withNote = incidentSteps.filter((s) => s.needsNote).map((s) => `${s.from}>${s.to}`);
    expect(withNote).toEqual([
      'reported>rejected',
      'accepted>voided',
      'registered>voided',
      'registered>accepted',
      'dispatched>registered',
      'processing>suspended',
      'feedback>processing',
      'checking>dispatched',
    ]);
  });

  it('knows no way from reported straight to closed', () => {
    expect(incidentStep('reported', 'closed')).toBeNull();
  });

  it('offers a department only the steps of disposal', () => {
    const department = new Set(permissionsOf('department'));
    expect(incidentStepsFrom('dispatched', department).map((s) => s.to)).toEqual([
      'processing',
      'registered',
    ]);
    expect(incidentStepsFrom('reported', department)).toEqual([]);
  });
});
