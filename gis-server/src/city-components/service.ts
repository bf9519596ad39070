import { requirePermission } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import { decodeCursor, pageOf, pageSize } from '#graphql/page.ts';
import type { WithinInput } from '#within/within.ts';
import { cityComponentStates, DomainError, isCityComponentCode } from 'grid-data';
import type { CityComponentState, Clock } from 'grid-data';
import { takeInNote, takeInWord, takeInWords } from '#graphql/take-in.ts';
import type { CityComponentRecord, ClassCountRecord } from './city-component-record.ts';
import * as queries from './queries.ts';

export type CityComponentQuestion = {
  within: WithinInput;
  classCodes?: readonly string[] | null;
  states?: readonly string[] | null;
  first: number;
  after?: string | null;
};

export type StateChange = {
  commandId: string;
  code: string;
  version: number;
  state: string;
  note?: string | null;
};

export type CityComponentService = ReturnType<typeof createCityComponentService>;

type Parts = { database: Database; clock: Clock; areas: AreaService };

export function createCityComponentService({ database, clock, areas }: Parts) {
  const byCode = (viewer: Viewer, codes: readonly string[]): Promise<CityComponentRecord[]> =>
    database.inScope(viewer, (db) => queries.cityComponentsByCode(db, viewer, codes));

  const takeInFilter = async (
    viewer: Viewer,
    { within, classCodes, states }: Omit<CityComponentQuestion, 'first'>,
  ) => ({
    within: await areas.takeIn(viewer, within),
    classCodes: classCodes ?? null,
    states: takeInWords(states, cityComponentStates, 'states'),
  });

  return {
    byCode,

    async page(viewer: Viewer, question: CityComponentQuestion) {
      const size = pageSize('cityComponents', question.first);
      const afterCode = question.after ? decodeCursor(question.after, ['string'])[0] : null;
      const filter = await takeInFilter(viewer, question);
      const rows = await database.inScope(viewer, (db) =>
        queries.cityComponentPage(db, viewer, filter, { limit: size + 1, afterCode }),
      );
      return pageOf(rows, size, (row) => [row.code]);
    },

    async counts(viewer: Viewer, within: WithinInput) {
      const filter = await takeInFilter(viewer, { within });
      return database.inScope(viewer, (db) =>
        db.query<ClassCountRecord>(queries.countsByClass(viewer, filter)),
      );
    },

    classes: (viewer: Viewer) => database.inScope(viewer, (db) => queries.allClasses(db)),

    /** Who accepts incidents in an area also says how its components are. */
    async setState(viewer: Viewer, change: StateChange): Promise<CityComponentRecord> {
      requirePermission(viewer, 'incident.accept');
      const state: CityComponentState = takeInWord(change.state, cityComponentStates, 'state');
      const note = takeInNote(change.note);
      const { code, version } = change;
      if (!isCityComponentCode(code)) throw unknownComponent(code);
      const at = clock.now();
      await database.command(
        viewer,
        { commandId: change.commandId, kind: 'city-component.set-state' },
        async (tx) => {
          const before = await queries.cityComponentForUpdate(tx, viewer, code);
          if (before === null) throw unknownComponent(code);
          if (!(await queries.setState(tx, viewer, { code, version, state, at }))) {
            throw changedMeanwhile(before, version);
          }
          tx.record({
            kind: 'city-component.state-set',
            areaCode: before.areaCode,
            subjectKind: 'city-component',
            subjectId: code,
            position: before.position,
            payload: { from: before.state, to: state, note },
          });
          return code;
        },
      );
      const [after] = await byCode(viewer, [code]);
      if (after === undefined) throw unknownComponent(code);
      return after;
    },
  };
}

function unknownComponent(code: string): DomainError {
  return new DomainError('not-found', `there is no city component ${code} in your area`, {
    reason: 'unknown-city-component',
  });
}

function changedMeanwhile(now: CityComponentRecord, version: number): DomainError {
  return new DomainError('conflict', 'somebody changed this city component meanwhile', {
    reason: 'version-conflict',
    details: { givenVersion: version, currentVersion: now.version, currentState: now.state },
  });
}
