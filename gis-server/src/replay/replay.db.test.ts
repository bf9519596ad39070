import { createHash, randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { isOpenState, ordinaryCaseSettings, type IncidentState } from 'grid-data';
import { beforeAll, expect, it } from 'vitest';
import type { Columns } from './columns.ts';

type Case = { id: string; state: string; acknowledged: boolean };

/** The same sequence each time, so that a failure can be looked at again. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const sorted = (cases: readonly Case[]) => cases.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describeOnBothEngines('the replay', (db) => {
  let graph: GraphUnderTest;
  let leader: Viewer;
  const neighbour = '990101002';
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    leader = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'shift-leader'));
  });

  const moment = (viewer: Viewer, at: Date, areaCode = madeUpCounty) =>
    graph.services.replay.stretch(viewer, { areaCode, from: at, to: at });

  const toldCases = (columns: Columns): Case[] =>
    (columns['id'] as string[]).map((id, i) => ({
      id,
      state: columns['state']![i] as string,
      acknowledged: columns['acknowledged']![i] as boolean,
    }));

  /** What the table says now of the cases that the journal tells of. */
  const tableNow = async (known: readonly string[]): Promise<Case[]> => {
    const rows = await db.database.inScope(systemViewer(), (reading) =>
      reading.query<Case>(sql`-- How do these cases stand now?
        select id::text as id, state, acknowledged_at is not null as acknowledged from incidents
        where id = any(${known}::uuid[])`),
    );
    return rows.filter(({ state }) => isOpenState(state as IncidentState));
  };

  it('tells of each moment what the table said at it, whatever was done since', async () => {
    const pick = seeded(20_260_504);
    const made: string[] = [];
    const captured: { at: Date; cases: Case[] }[] = [];
    const report = async () => {
      const position = { longitude: 9.93, latitude: 50.001 };
      const input = { commandId: randomUUID(), classCode: 'E0102', position };
      made.push((await graph.services.incidentCommands.report(leader, input)).id);
    };
    const acknowledge = (id: string) =>
      graph.services.incidentCommands.acknowledge(leader, randomUUID(), id);
    const move = async (id: string) => {
      const [now] = await graph.services.incidents.byId(leader, [id]);
      if (!now) throw new Error('the case is gone');
      const ways = graph.services.cases
        .moves(leader, now, { settings: ordinaryCaseSettings })
        .filter((way) => way.permitted && !['merge', 'hand-down'].includes(way.move));
      const way = ways[pick(ways.length)];
      if (!way) return;
      const words = { departmentCode: 'city-management', note: 'because', verdict: 'confirmed' };
      await graph.services.caseCommands.move(leader, {
        ...{ commandId: randomUUID(), id, version: now.version, move: way.move },
        ...{ ...words, closingConditionMet: true, correction: { grade: (now.grade % 4) + 1 } },
      });
    };
    for (let round = 0; round < 60; round += 1) {
      db.clock.advanceSeconds(1 + pick(90));
      const id = made[pick(made.length)];
      const what = pick(4);
      if (id === undefined || what === 0) await report();
      else if (what === 1) await acknowledge(id);
      else await move(id);
      captured.push({ at: db.clock.now(), cases: await tableNow(made) });
    }
    expect(captured.some(({ cases }) => cases.some(({ acknowledged }) => acknowledged))).toBe(true);
    for (const { at, cases } of captured) {
      const { incidents } = await moment(leader, at);
      const told = toldCases(incidents).filter(({ id }) => made.includes(id));
      expect(sorted(told), at.toISOString()).toEqual(sorted(cases));
    }
  });

  it('does not know of a case before it was reported', async () => {
    const before = db.clock.now();
    db.clock.advanceSeconds(30);
    const input = {
      commandId: randomUUID(),
      classCode: 'E0102',
      position: { longitude: 9.93, latitude: 50.001 },
      // Somebody saw it long before; the hall did not know.
      seenAt: new Date(before.getTime() - 3_600_000),
    };
    const { id } = await graph.services.incidentCommands.report(leader, input);
    expect((await moment(leader, before)).incidents['id']).not.toContain(id);
    expect((await moment(leader, db.clock.now())).incidents['id']).toContain(id);
  });

  it('shows a town its own past only', async () => {
    const own = await seeAccountOf(db.database, viewerAt(targetVillage, 'duty-officer'));
    const other = await seeAccountOf(db.database, viewerAt(neighbour, 'duty-officer'));
    const at = db.clock.now();
    const [mine, theirs] = [
      await moment(own, at, targetVillage),
      await moment(other, at, neighbour),
    ];
    expect(mine.incidents['id']!.length).toBeGreaterThan(0);
    for (const id of mine.incidents['id']!) expect(theirs.incidents['id']).not.toContain(id);
    await expect(
      moment(other, at, targetVillage).then((told) => told.incidents['id']),
    ).resolves.toEqual([]);
  });

  it('lists acts of a kind that this version does not know, for those who audit', async () => {
    const auditor = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'auditor'));
    const at = db.clock.now();
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A newer server beside us writes down what we have no word for
        insert into journal (seq, at, kind, area_code, subject_kind, subject_id, payload)
        values (900000, ${at}, 'balloon.risen', ${madeUpCounty}, 'balloon', '1', '{"v": 1}')`),
    );
    const kinds = async (viewer: Viewer) => (await moment(viewer, at)).acts['kind'];
    expect(await kinds(auditor)).toContain('balloon.risen');
    const officer = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'duty-officer'));
    expect(await kinds(officer)).not.toContain('balloon.risen');
  });

  it.each([
    ['a stretch turned round', '2026-05-02T00:00:00Z', '2026-05-01T00:00:00Z', 'time-order'],
    ['a stretch of a week', '2026-05-01T00:00:00Z', '2026-05-08T00:00:00Z', 'stretch-too-long'],
  ])('refuses %s', async (_, from, to, reason) => {
    const asked = { areaCode: madeUpCounty, from: new Date(from), to: new Date(to) };
    await expect(graph.services.replay.stretch(leader, asked)).rejects.toMatchObject({
      kind: 'invalid-input',
      reason,
    });
  });

  it('counts reports by bins that add up, and says what changed since somebody left', async () => {
    const day = { from: new Date('2026-05-04T00:00:00Z'), to: new Date('2026-05-05T00:00:00Z') };
    const bins = await graph.services.replay.reportBins(leader, {
      areaCode: madeUpCounty,
      ...day,
      bins: 48,
    });
    const since = await graph.services.replay.changesSince(leader, madeUpCounty, day.from);
    expect(bins).toHaveLength(48);
    expect(bins.reduce((sum, { reports }) => sum + reports, 0)).toBe(since.reported.count);
    for (const { reports, byGrade } of bins) {
      expect(byGrade.reduce((sum, count) => sum + count, 0)).toBe(reports);
    }
    expect(since.reported.ids.length).toBe(Math.min(50, since.reported.count));
    const now = await graph.services.replay.changesSince(leader, madeUpCounty, db.clock.now());
    expect(now.reported).toEqual({ count: 0, ids: [] });
  });

  const report = async () => {
    db.clock.advanceSeconds(40);
    const position = { longitude: 9.93, latitude: 50.001 };
    const input = { commandId: randomUUID(), classCode: 'E0102', position };
    const { id } = await graph.services.incidentCommands.report(leader, input);
    return { id, at: db.clock.now() };
  };

  it('finds the report next to a moment on either side, and none where there is none', async () => {
    const [first, second] = [await report(), await report()];
    const beside = (at: Date, later: boolean, viewer = leader, areaCode = madeUpCounty) =>
      graph.services.replay.reportBeside(viewer, { areaCode, at, later });
    expect((await beside(first.at, true))?.incidentId).toBe(second.id);
    expect((await beside(second.at, false))?.incidentId).toBe(first.id);
    expect(await beside(second.at, true)).toBeNull();
    const other = await seeAccountOf(db.database, viewerAt(neighbour, 'duty-officer'));
    const theirs = await beside(second.at, false, other, neighbour);
    expect([first.id, second.id]).not.toContain(theirs?.incidentId);
  });

  it('shows what was drawn on a case as it stood: changed, thrown away, brought back', async () => {
    const incident = await report();
    const id = randomUUID();
    const save = (label: string, version: number) => {
      db.clock.advanceSeconds(10);
      const shape = { type: 'Point' as const, coordinates: [9.93, 50] as [number, number] };
      const plot = {
        id,
        incidentId: incident.id,
        version,
        kind: 'text',
        color: 'red',
        label,
        shape,
      };
      return graph.services.plots.save(leader, { commandId: randomUUID(), ...plot });
    };
    const labelsAt = async (at: Date) => (await moment(leader, at)).plots['label'];
    await save('here', 0);
    const drawn = db.clock.now();
    await save('there', 1);
    const changed = db.clock.now();
    db.clock.advanceSeconds(10);
    await graph.services.plots.remove(leader, randomUUID(), id);
    const removed = db.clock.now();
    db.clock.advanceSeconds(10);
    await graph.services.plots.restore(leader, randomUUID(), id);
    expect(await labelsAt(incident.at)).toEqual([]);
    expect(await labelsAt(drawn)).toEqual(['here']);
    expect(await labelsAt(changed)).toEqual(['there']);
    expect(await labelsAt(removed)).toEqual([]);
    expect(await labelsAt(db.clock.now())).toEqual(['there']);
    const whole = await graph.services.replay.stretch(leader, {
      ...{ areaCode: madeUpCounty, from: incident.at, to: db.clock.now() },
    });
    expect(whole.plots['label']).toEqual(['here', 'there', 'there']);
    const other = await seeAccountOf(db.database, viewerAt(neighbour, 'duty-officer'));
    expect((await moment(other, changed, neighbour)).plots['label']).toEqual([]);
  });

  it('lets a stretch out as a file with its manifest, who did it only to who audits acts', async () => {
    const to = db.clock.now();
    const stretch = { areaCode: madeUpCounty, from: new Date(to.getTime() - 3_600_000), to };
    const take = (viewer: Viewer) =>
      graph.services.replay.export(viewer, { commandId: randomUUID(), ...stretch });
    const { text, sha256, rows, manifest } = await take(leader);
    const told = await graph.services.replay.stretch(leader, stretch);
    expect(rows).toBe(told.acts['seq']!.length);
    expect(text.trim().split('\r\n')).toHaveLength(rows + 1);
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    expect(JSON.parse(manifest)).toMatchObject({ rows, sha256, takenBy: leader.displayName });
    const auditor = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'auditor'));
    const withNames = leader.permissions.has('audit.read');
    expect(text.split('\r\n')[0]!.includes('actor')).toBe(withNames);
    await expect(take(auditor)).rejects.toMatchObject({ kind: 'not-allowed' });
    const { acts } = await graph.services.replay.stretch(auditor, {
      ...{ ...stretch, to: db.clock.now() },
    });
    expect(acts['kind']).toContain('rows.exported');
  });

  it('shows what stood on a screen of the hall, and by whose hand', async () => {
    const { wall } = graph.services;
    const push = async (panel: 'duty' | 'clock', seenVersion: number) => {
      db.clock.advanceSeconds(20);
      const rect = { leftMm: 0, topMm: 0, widthMm: 500, heightMm: 500 };
      const content = { tiles: [{ id: 't', kind: 'panel' as const, panel, rect }] };
      const showing = await wall.pushByHand(leader, {
        ...{ commandId: randomUUID(), screenId, seenVersion, content },
      });
      return { at: db.clock.now(), version: showing.version };
    };
    const [screen] = await wall.screens.list(leader);
    const screenId = screen!.id;
    const [now] = (await wall.earlier(leader, screenId, 1)) as { version: number }[];
    const before = await graph.ask(leader, `{ wallScreens { id showing { version } } }`);
    const shown = before.data.wallScreens.find(({ id }: { id: string }) => id === screenId);
    const first = await push('duty', shown.showing?.version ?? now?.version ?? 0);
    const second = await push('clock', first.version);
    const panelAt = async (at: Date) => {
      const { wall: columns } = await moment(leader, at);
      const i = columns['screenId']!.indexOf(screenId);
      const content = columns['content']![i] as { tiles: { panel: string }[] };
      return [content.tiles[0]!.panel, columns['shownByName']![i]];
    };
    expect(await panelAt(first.at)).toEqual(['duty', leader.displayName]);
    expect(await panelAt(second.at)).toEqual(['clock', leader.displayName]);
  });
});
