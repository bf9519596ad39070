/** The city's check lists: each save is a version of its own, because records stand on the one they were filled in by. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { invalidField, takeInText, takeInWord } from '#graphql/take-in.ts';
import { DomainError, mostCheckItems, patrolKinds, type CheckItem, type Clock } from 'grid-data';
import * as queries from './check-list-queries.ts';
import type { CheckListRecord } from './check-list-queries.ts';

type ItemAsked = {
  code: string;
  nameZh: string;
  nameEn?: string | null;
  classCode?: string | null;
};

type ListAsked = {
  commandId: string;
  code: string;
  version: number;
  kind: string;
  nameZh: string;
  nameEn?: string | null;
  items: readonly ItemAsked[];
};

const codeForm = /^[a-z0-9-]{1,40}$/;
const longestName = 80;

export function createCheckLists({ database, clock }: { database: Database; clock: Clock }) {
  const newest = async (viewer: Viewer, code: string): Promise<CheckListRecord> =>
    (await database.inScope(viewer, (db) => queries.newestCheckList(db, code))) ?? unknown();

  return {
    all: (viewer: Viewer) => database.inScope(viewer, (db) => queries.newestCheckLists(db)),
    newest,

    of: (viewer: Viewer, keys: readonly { listCode: string; listVersion: number }[]) =>
      database.inScope(viewer, (db) => queries.checkListsOf(db, keys)),

    async save(viewer: Viewer, asked: ListAsked): Promise<CheckListRecord> {
      requireWholeCity(viewer);
      const list = takeInList(asked);
      const command = { commandId: asked.commandId, kind: 'check-list.save' };
      await database.command(viewer, command, async (tx) => {
        const before = await queries.newestCheckList(tx, list.code);
        checkVersion(asked.version, before?.version ?? 0);
        const version = asked.version + 1;
        await queries.insertCheckList(tx, { list: { ...list, version }, at: clock.now() });
        recordList(tx, 'case-rule.saved', { name: list.nameZh, version });
      });
      return newest(viewer, list.code);
    },

    async retire(
      viewer: Viewer,
      asked: { commandId: string; code: string; version: number; retired: boolean },
    ): Promise<CheckListRecord> {
      requireWholeCity(viewer);
      const { commandId, code, retired } = asked;
      await database.command(viewer, { commandId, kind: 'check-list.retire' }, async (tx) => {
        const before = await queries.newestCheckList(tx, code);
        if (before === null) return unknown();
        checkVersion(asked.version, before.version);
        const { version } = before;
        await queries.setRetired(tx, { code, version, retiredAt: retired ? clock.now() : null });
        recordList(tx, 'case-rule.retired', { name: before.nameZh, retired });
      });
      return newest(viewer, code);
    },
  };
}

function takeInList({ code, kind, nameZh, nameEn, items }: ListAsked) {
  if (!codeForm.test(code)) throw invalidField('input.code', 'has not the form', 'bad-code');
  if (items.length === 0 || items.length > mostCheckItems) {
    throw invalidField('input.items', `1 to ${mostCheckItems}`, 'out-of-range');
  }
  const name = takeInName(nameZh, 'input.nameZh');
  const taken = items.map((item, i) => takeInItem(item, `input.items[${i}]`));
  if (new Set(taken.map((item) => item.code)).size < taken.length) {
    throw invalidField('input.items', 'two have the same code', 'already-there');
  }
  return {
    code,
    kind: takeInWord(kind, patrolKinds, 'input.kind'),
    nameZh: name,
    nameEn: takeInText(nameEn, longestName, 'input.nameEn') ?? name,
    items: taken,
  };
}

function takeInItem({ code, nameZh, nameEn, classCode }: ItemAsked, field: string): CheckItem {
  if (!codeForm.test(code)) throw invalidField(`${field}.code`, 'has not the form', 'bad-code');
  const name = takeInName(nameZh, `${field}.nameZh`);
  return {
    code,
    nameZh: name,
    nameEn: takeInText(nameEn, longestName, `${field}.nameEn`) ?? name,
    classCode: classCode ?? null,
  };
}

function takeInName(given: string, field: string): string {
  const name = takeInText(given, longestName, field);
  if (name === null) throw invalidField(field, 'is missing', 'missing');
  return name;
}

function requireWholeCity(viewer: Viewer): void {
  requirePermission(viewer, 'case.configure');
  if (viewer.scopePrefix === '') return;
  throw new DomainError('not-allowed', 'lists hold for the whole city', {
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

function recordList(
  tx: Writing,
  ...[kind, said]:
    | ['case-rule.saved', { name: string; version: number }]
    | ['case-rule.retired', { name: string; retired: boolean }]
): void {
  const about = { areaCode: '', subjectKind: 'case-rule', subjectId: 'check-list' } as const;
  if (kind === 'case-rule.saved') {
    tx.record({ kind, ...about, payload: { what: 'check-list', ...said } });
  } else {
    tx.record({ kind, ...about, payload: { what: 'check-list', ...said } });
  }
}

function unknown(): never {
  throw new DomainError('not-found', 'there is no such check list', { reason: 'unknown-list' });
}
