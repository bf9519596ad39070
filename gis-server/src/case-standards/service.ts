/** What the administrator decides about the loop: standards, calendar, settings, and what is no longer used. */
import { randomUUID } from 'node:crypto';
import { requirePermission } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import { calendarKey, readCaseRules, settingsKey } from '#cases/case-rules.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { invalidField, isUuid, takeInText, takeInWord } from '#graphql/take-in.ts';
import { departmentState, incidentClass } from '#incidents/queries.ts';
import { DomainError, limitUnits, takeInCaseSettings, takeInWorkCalendar } from 'grid-data';
import type { Clock, LimitUnit } from 'grid-data';
import { beginRecomputation, isRecomputing, type Recomputation } from './recomputation.ts';
import * as queries from './standard-queries.ts';
import type { StandardRecord } from './standard-queries.ts';

export type StandardInput = {
  commandId: string;
  id?: string | null;
  version?: number | null;
  classCode: string;
  condition: string;
  limitValue: number;
  limitUnit: string;
  closeCondition: string;
  departmentCode?: string | null;
};

type StageLimits = readonly { state: string; value: number; unit: string }[];
export type CalendarInput = { version: number };
export type SettingsInput = { version: number; stageLimits: StageLimits };

const longestLimit = 1_000;

type Parts = { database: Database; clock: Clock; recomputation: Recomputation };

export type CaseStandardService = ReturnType<typeof createCaseStandardService>;

export function createCaseStandardService({ database, clock, recomputation }: Parts) {
  const rules = (viewer: Viewer) =>
    database.inScope(viewer, async (db) => ({
      ...(await readCaseRules(db)),
      recomputing: await isRecomputing(db),
    }));

  /** A changed rule and the beginning of what follows from it are one commit; the cases themselves come after. */
  const saveRule = async (
    viewer: Viewer,
    commandId: string,
    save: (tx: Writing) => Promise<void>,
  ) => {
    requireWholeCity(viewer);
    await database.command(viewer, { commandId, kind: 'case-rule.save' }, async (tx) => {
      await save(tx);
      await beginRecomputation(tx);
    });
    // The housekeeping goes on with it where this process cannot.
    recomputation
      .run()
      .catch((error: Error) => console.error(`due times of open cases: ${error.message}`));
    return rules(viewer);
  };

  return {
    rules,

    standards: (viewer: Viewer, classCode: string | null) =>
      database.inScope(viewer, async (db) => {
        const all = await queries.allStandards(db);
        return classCode === null ? all : all.filter((each) => each.classCode === classCode);
      }),

    saveCalendar(viewer: Viewer, commandId: string, given: CalendarInput) {
      const calendar = takeInWorkCalendar(given);
      return saveRule(viewer, commandId, async (tx) => {
        const kept = await readCaseRules(tx);
        checkVersion(calendar.version, kept.calendar.version);
        const version = calendar.version + 1;
        await queries.writeSetting(tx, calendarKey, { ...calendar, version });
        recordRule(tx, { what: 'calendar', name: calendar.holidaysKnownUntil, version });
      });
    },

    saveSettings(viewer: Viewer, commandId: string, given: SettingsInput) {
      const stageLimits = Object.fromEntries(
        given.stageLimits.map(({ state, value, unit }) => [state, { value, unit }]),
      );
      return saveRule(viewer, commandId, async (tx) => {
        const kept = await readCaseRules(tx);
        // What the form does not ask for stays as the city has decided it.
        const settings = takeInCaseSettings({ ...kept.settings, ...given, stageLimits });
        checkVersion(settings.version, kept.settings.version);
        const version = settings.version + 1;
        await queries.writeSetting(tx, settingsKey, { ...settings, version });
        recordRule(tx, { what: 'settings', name: '', version });
      });
    },

    async saveStandard(viewer: Viewer, input: StandardInput): Promise<StandardRecord> {
      requireWholeCity(viewer);
      const words = takeInStandard(input);
      const command = { commandId: input.commandId, kind: 'case-standard.save' };
      const id = await database.command(viewer, command, (tx) => keepStandard(tx, input, words));
      return standardOf(viewer, id);
    },

    async retireStandard(
      viewer: Viewer,
      asked: { commandId: string; id: string; version: number },
    ) {
      requireWholeCity(viewer);
      const { commandId, id, version } = asked;
      await database.command(viewer, { commandId, kind: 'case-standard.retire' }, async (tx) => {
        const before = await knownStandard(tx, id);
        checkVersion(version, before.version);
        await queries.updateStandard(tx, { ...before, retiredAt: clock.now() });
        recordRetired(tx, { what: 'standard', name: nameOf(before), retired: true });
      });
      return standardOf(viewer, id);
    },

    async setClassRetired(
      viewer: Viewer,
      asked: { commandId: string; code: string; retired: boolean },
    ) {
      requireWholeCity(viewer);
      const { commandId, code, retired } = asked;
      await database.command(viewer, { commandId, kind: 'class.retire' }, async (tx) => {
        if (!(await queries.retireClass(tx, code, retired ? clock.now() : null))) {
          throw unknown('class');
        }
        recordRetired(tx, { what: 'class', name: code, retired });
      });
    },

    async setDepartmentClosed(
      viewer: Viewer,
      asked: { commandId: string; code: string; closed: boolean },
    ) {
      requireWholeCity(viewer);
      const { commandId, code, closed } = asked;
      await database.command(viewer, { commandId, kind: 'department.close' }, async (tx) => {
        const openCases = closed ? await queries.casesHeldBy(tx, code) : 0;
        if (openCases > 0) {
          throw new DomainError('conflict', `the department holds ${openCases} open cases`, {
            reason: 'department-busy',
            details: { openCases },
          });
        }
        if (!(await queries.closeDepartment(tx, code, closed ? clock.now() : null))) {
          throw unknown('department');
        }
        recordRetired(tx, { what: 'department', name: code, retired: closed });
      });
    },
  };

  async function standardOf(viewer: Viewer, id: string): Promise<StandardRecord> {
    const found = await database.inScope(viewer, (db) => queries.standardById(db, id));
    return found ?? unknown('standard');
  }
}

type StandardWords = Omit<StandardRecord, 'id' | 'version' | 'retiredAt'>;

function takeInStandard(input: StandardInput): StandardWords {
  const condition = takeInText(input.condition, 200, 'input.condition');
  const closeCondition = takeInText(input.closeCondition, 500, 'input.closeCondition');
  if (condition === null) throw invalidField('input.condition', 'a condition has words', 'missing');
  if (closeCondition === null)
    throw invalidField('input.closeCondition', 'has no words', 'missing');
  const { classCode, limitValue } = input;
  if (!(limitValue > 0 && limitValue <= longestLimit)) {
    throw invalidField('input.limitValue', `more than 0, at most ${longestLimit}`, 'out-of-range');
  }
  const limitUnit: LimitUnit = takeInWord(input.limitUnit, limitUnits, 'input.limitUnit');
  const departmentCode = takeInText(input.departmentCode, 60, 'input.departmentCode');
  return { classCode, condition, limitValue, limitUnit, closeCondition, departmentCode };
}

async function keepStandard(
  tx: Writing,
  input: StandardInput,
  words: StandardWords,
): Promise<string> {
  if ((await incidentClass(tx, words.classCode)) === null) {
    throw invalidField('input.classCode', 'there is no such class', 'unknown-code');
  }
  await requireOpenDepartment(tx, words.departmentCode);
  const isNew = !input.id;
  const before = isNew ? null : await knownStandard(tx, input.id ?? '');
  if (before !== null) checkVersion(input.version ?? 0, before.version);
  const kept = {
    ...words,
    id: before?.id ?? randomUUID(),
    version: before?.version ?? 1,
    retiredAt: null,
  };
  const stands = isNew
    ? await queries.insertStandard(tx, kept)
    : await queries.updateStandard(tx, kept);
  if (!stands) throw invalidField('input.condition', 'the class has it already', 'already-there');
  const version = isNew ? 1 : kept.version + 1;
  recordRule(tx, { what: 'standard', name: nameOf(kept), version });
  return kept.id;
}

async function requireOpenDepartment(tx: Writing, code: string | null): Promise<void> {
  if (code === null) return;
  const state = await departmentState(tx, code);
  if (state === 'open') return;
  const field = 'input.departmentCode';
  throw state === null
    ? invalidField(field, 'there is no such department', 'unknown-code')
    : invalidField(field, 'the department takes no cases', 'department-closed');
}

async function knownStandard(tx: Writing, id: string): Promise<StandardRecord> {
  return (isUuid(id) ? await queries.standardById(tx, id) : null) ?? unknown('standard');
}

const nameOf = ({ classCode, condition }: StandardWords) => `${classCode} ${condition}`;

function requireWholeCity(viewer: Viewer): void {
  requirePermission(viewer, 'case.configure');
  if (viewer.scopePrefix === '') return;
  throw new DomainError('not-allowed', 'rules of the loop hold for the whole city', {
    reason: 'outside-scope',
  });
}

function checkVersion(given: number, current: number): void {
  if (given === current) return;
  throw new DomainError('conflict', 'somebody has changed it meanwhile', {
    reason: 'version-conflict',
    details: { givenVersion: given, currentVersion: current },
  });
}

const ofTheCity = { areaCode: '', subjectKind: 'case-rule' } as const;

function recordRule(
  tx: Writing,
  payload: { what: 'calendar' | 'settings' | 'standard'; name: string; version: number },
): void {
  tx.record({ kind: 'case-rule.saved', ...ofTheCity, subjectId: payload.what, payload });
}

function recordRetired(
  tx: Writing,
  payload: { what: 'standard' | 'class' | 'department'; name: string; retired: boolean },
): void {
  tx.record({ kind: 'case-rule.retired', ...ofTheCity, subjectId: payload.what, payload });
}

function unknown(what: string): never {
  throw new DomainError('not-found', `there is no such ${what}`, { reason: `unknown-${what}` });
}
