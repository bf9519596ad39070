import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { TicketSigner } from '#camera-views/ticket-signer.ts';
import { sql } from '#database/sql.ts';
import { insertMadeUpCounty, madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { insertIncident } from '#database/testing/made-up-things.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { viewRequestLimits, type Role } from 'grid-data';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createRecordingNotes, type RecordingNotes } from './recording-notes.ts';
import { RecordingTickets } from './recording-tickets.ts';
import { expireRequests } from './request-expiry.ts';
import type { ViewRequestInput } from './take-in-request.ts';
import type { ViewRequestRecord } from './view-request-record.ts';
import { createViewRequests, type ViewRequests } from './view-requests.ts';

const hourMs = 3_600_000;
const town = '990101001';

describeOnBothEngines('asking to look at recordings', (db) => {
  let requests: ViewRequests;
  let notes: RecordingNotes;
  let tickets: RecordingTickets;
  let officer: Viewer;
  let leader: Viewer;

  const person = (role: Role, area = madeUpCounty, department: string | null = null) =>
    seeAccountOf(db.database, viewerAt(area, role, department));

  const camera = (id: string, areaCode: string, owner: string) =>
    db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A camera of an owner
        insert into cameras (id, name, kind, area_code, position, owner, place_class, purposes)
        values (${id}, ${id}, 'fixed', ${areaCode}, ST_SetSRID(ST_MakePoint(9.93, 50), 4490), ${owner}, 'street',
          '{city-management}')`),
    );

  beforeAll(async () => {
    await insertMadeUpCounty(db.database);
    const { database, clock } = db;
    requests = createViewRequests({ database, clock });
    notes = createRecordingNotes({ database, clock });
    const keys = mkdtempSync(join(tmpdir(), 'cloud-eye-key-'));
    tickets = new RecordingTickets({ database, clock, signer: new TicketSigner(join(keys, 'k')) });
    await camera('school-1', '990101001001', 'school');
    await camera('school-2', '990101001002', 'school');
    await camera('far-school', '990101002001', 'school');
    await camera('police-1', '990101001001', 'public-security');
  });

  beforeEach(async () => {
    officer = await person('duty-officer');
    leader = await person('leader');
  });

  const input = (change: Partial<ViewRequestInput> = {}): ViewRequestInput => ({
    commandId: randomUUID(),
    legalBasis: 'criminal-case',
    cameraIds: ['school-1'],
    windowFrom: new Date(db.clock.now().getTime() - 3 * hourMs),
    windowTo: new Date(db.clock.now().getTime() - 2 * hourMs),
    reason: 'a bicycle was stolen',
    caseNo: 'A-2026-1',
    ...change,
  });

  const decide = (who: Viewer, request: ViewRequestRecord, approve = true, note = 'in order') =>
    requests.decide(who, {
      commandId: randomUUID(),
      id: request.id,
      version: request.version,
      approve,
      note,
    });

  const play = (who: Viewer, { id }: ViewRequestRecord, cameraId = 'school-1') =>
    tickets.open(who, { requestId: id, cameraId });

  const storyOf = (subjectId: string) =>
    db.database.inScope(systemViewer(), async (read) => {
      const rows = await read.query<{
        kind: string;
        payload: Record<string, unknown>;
      }>(sql`-- What does the journal tell of this request?
        select kind, payload from journal where subject_id = ${subjectId} order by seq`);
      return rows;
    });

  test('another person approves, then each look has its ticket and its row in the register', async () => {
    const asked = await requests.request(officer, input({ cameraIds: ['school-1', 'school-2'] }));
    expect(asked).toMatchObject({ state: 'requested', areaCode: town, version: 1 });
    await expect(play(officer, asked)).rejects.toMatchObject({ reason: 'view-request-ended' });

    const approved = await decide(leader, asked);
    expect(approved).toMatchObject({ state: 'approved', decidedBy: leader.displayName });
    const { viewId, ticket, maxViewSeconds } = await play(officer, asked);
    const [payload = ''] = ticket.split('.');
    const told = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(told).toMatchObject({
      cameraId: 'school-1',
      purpose: 'criminal-case',
      recording: {
        requestId: asked.id,
        fromMs: asked.windowFrom.getTime(),
        toMs: asked.windowTo.getTime(),
      },
    });
    expect(maxViewSeconds).toBe(4 * 3600);
    const [row] = await db.database.inScope(systemViewer(), (read) =>
      read.query(sql`-- Does the look stand in the register?
        select camera_id, purpose, view_request_id from camera_views where id = ${viewId}`),
    );
    expect(row).toEqual({
      camera_id: 'school-1',
      purpose: 'criminal-case',
      view_request_id: asked.id,
    });
    expect((await storyOf(asked.id)).map(({ kind }) => kind)).toEqual([
      'view-request.requested',
      'view-request.decided',
    ]);
  });

  test('nobody decides on what he asked himself, nor twice', async () => {
    const own = await requests.request(leader, input());
    await expect(decide(leader, own)).rejects.toMatchObject({ reason: 'own-request' });
    await decide(await person('leader'), own);
    await expect(decide(await person('leader'), own)).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('who approves has the right in the area of the cameras and speaks for their owners', async () => {
    const school = await requests.request(officer, input());
    const police = await requests.request(officer, input({ cameraIds: ['police-1'] }));
    const both = await requests.request(officer, input({ cameraIds: ['police-1', 'school-1'] }));
    const far = await requests.request(officer, input({ cameraIds: ['school-1', 'far-school'] }));

    const townLeader = await person('leader', town);
    await expect(decide(townLeader, far)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(decide(townLeader, police)).rejects.toMatchObject({ reason: 'not-of-owner' });
    await expect(decide(await person('shift-leader'), police)).rejects.toMatchObject({
      reason: 'not-of-owner',
    });
    await expect(decide(await person('town-monitor', town), school)).rejects.toMatchObject({
      reason: 'permission-missing',
    });
    expect((await decide(townLeader, school)).state).toBe('approved');

    const bureau = await person('department', madeUpCounty, 'public-security');
    expect((await decide(bureau, police)).state).toBe('approved');
    await expect(decide(bureau, both)).rejects.toMatchObject({ reason: 'not-of-owner' });
    await expect(
      decide(await person('department', madeUpCounty, 'city-management'), both),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('both axes of the scope hold for the list, in the statement and under it', async () => {
    const school = await requests.request(officer, input());
    const police = await requests.request(officer, input({ cameraIds: ['police-1'] }));
    const far = await requests.request(officer, input({ cameraIds: ['far-school'] }));
    const all = [school, police, far].map(({ id }) => id);
    const seen = async (viewer: Viewer) => {
      const page = await requests.page(viewer, { first: 200 });
      return all.filter((id) => page.nodes.some((node) => node.id === id));
    };
    const policed = (viewer: Viewer) =>
      db.database.inScope(viewer, async (read) => {
        const rows = await read.query<{ id: string }>(sql`-- Without the scope in the statement
          select id from view_requests`);
        return all.filter((id) => rows.some((row) => row.id === id));
      });
    expect(await seen(officer)).toEqual(all);
    expect(await seen(await person('duty-officer'))).toEqual([]);
    expect(await seen(await person('auditor'))).toEqual(all);
    const townLeader = await person('leader', town);
    expect(await seen(townLeader)).toEqual([school.id, police.id]);
    expect(await policed(townLeader)).toEqual([school.id, police.id]);
    const bureau = await person('department', madeUpCounty, 'public-security');
    expect(await seen(bureau)).toEqual([police.id]);
    expect(await policed(bureau)).toEqual([police.id]);
  });

  test('those for one camera, and one’s own of them, are found by it', async () => {
    const mine = await requests.request(officer, input({ cameraIds: ['police-1'] }));
    const other = await requests.request(officer, input());
    const theirs = await requests.request(
      await person('duty-officer'),
      input({ cameraIds: ['police-1'] }),
    );
    const found = async (viewer: Viewer, mineAlone: boolean) => {
      const asked = { first: 200, cameraId: 'police-1', mine: mineAlone };
      const ids = (await requests.page(viewer, asked)).nodes.map(({ id }) => id);
      return [mine, other, theirs].map(({ id }) => ids.includes(id));
    };
    expect(await found(officer, true)).toEqual([true, false, false]);
    expect(await found(leader, false)).toEqual([true, false, true]);
    expect(await found(leader, true)).toEqual([false, false, false]);
  });

  test('an emergency opens at once; without its approval within a day it is overdue and opens nothing', async () => {
    const incidentId = await insertIncident(db.database, { purposes: [] });
    const ask = () =>
      requests.request(
        officer,
        input({ emergency: true, incidentId, legalBasis: 'emergency-response' }),
      );
    const [late, inTime] = [await ask(), await ask()];
    expect(late.approveBy?.getTime()).toBe(
      late.requestedAt.getTime() + viewRequestLimits.emergencyApprovalHours * hourMs,
    );
    await play(officer, late);
    expect((await decide(leader, inTime)).state).toBe('approved');
    expect((await storyOf(inTime.id)).at(-1)?.payload).toMatchObject({ afterwards: true });

    db.clock.advanceSeconds(viewRequestLimits.emergencyApprovalHours * 3600);
    await expect(play(officer, late)).rejects.toMatchObject({ reason: 'view-request-ended' });
    await expireRequests(db.database, db.clock);
    const overdue = await requests.page(leader, { first: 200, overdue: true });
    expect(overdue.nodes.map(({ id }) => id)).toContain(late.id);
    expect(overdue.nodes.map(({ id }) => id)).not.toContain(inTime.id);
    expect((await requests.byId(officer, late.id)).state).toBe('expired');
    await expect(decide(leader, late)).rejects.toMatchObject({ kind: 'conflict' });
    await play(officer, inTime);
  });

  test('an emergency needs an open incident', async () => {
    await expect(requests.request(officer, input({ emergency: true }))).rejects.toMatchObject({
      reason: 'emergency-needs-incident',
    });
  });

  test('a guardian may ask; the approval is written down as the manager’s consent', async () => {
    const asked = await requests.request(
      officer,
      input({
        applicant: 'guardian',
        applicantName: '王某',
        legalBasis: 'person-concerned',
        caseNo: null,
        reason: 'a child has not come home',
      }),
    );
    await decide(leader, asked);
    const story = await storyOf(asked.id);
    expect(story.at(-1)?.payload).toMatchObject({ to: 'approved', consent: true });
    expect(JSON.stringify(story)).not.toContain('王某');
  });

  test('a request runs out after its week, and one taken back opens nothing', async () => {
    const [kept, taken] = [
      await requests.request(officer, input()),
      await requests.request(officer, input()),
    ];
    await decide(leader, kept);
    const { version } = await decide(leader, taken);
    const stranger = await person('town-monitor', town);
    const back = { commandId: randomUUID(), id: taken.id, version, note: 'the bicycle is found' };
    await expect(requests.revoke(stranger, back)).rejects.toMatchObject({ kind: 'not-found' });
    expect((await requests.revoke(officer, { ...back, commandId: randomUUID() })).state).toBe(
      'revoked',
    );
    await expect(play(officer, taken)).rejects.toMatchObject({ reason: 'view-request-ended' });
    db.clock.advanceSeconds(viewRequestLimits.validDays * 24 * 3600);
    await expireRequests(db.database, db.clock);
    expect(await requests.byId(officer, kept.id)).toMatchObject({
      state: 'expired',
      endReason: 'time-over',
    });
  });

  test('what is granted is for who asked, for the cameras named and the window alone', async () => {
    const asked = await requests.request(officer, input());
    await decide(leader, asked);
    await expect(play(leader, asked)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(play(officer, asked, 'school-2')).rejects.toMatchObject({
      reason: 'camera-not-granted',
    });
    const mark = {
      commandId: randomUUID(),
      requestId: asked.id,
      cameraId: 'school-1',
      at: asked.windowFrom,
      note: 'a red bicycle',
    };
    const kept = await notes.keep(officer, mark);
    expect(await notes.bookmarks(officer, asked.id)).toEqual([kept]);
    expect(await notes.bookmarks(await person('duty-officer'), asked.id)).toEqual([]);
    const outside = { ...mark, commandId: randomUUID(), at: db.clock.now() };
    await expect(notes.keep(officer, outside)).rejects.toMatchObject({ reason: 'outside-window' });
    await expect(notes.drop(leader, randomUUID(), kept.id)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await notes.drop(officer, randomUUID(), kept.id);
    expect(await notes.bookmarks(officer, asked.id)).toEqual([]);

    const { code } = await notes.snapshot(officer, { ...mark, commandId: randomUUID() });
    expect((await storyOf('school-1')).at(-1)).toMatchObject({
      kind: 'recording-snapshot.taken',
      payload: { code, requestId: asked.id, masking: 'whole-picture' },
    });
  });

  test.each([
    [{ cameraIds: [] }, 'too-many-cameras'],
    [{ cameraIds: Array.from({ length: 10 }, (_, i) => `c-${i}`) }, 'too-many-cameras'],
    [{ cameraIds: ['nowhere'] }, 'unknown-camera'],
    [{ reason: ' ' }, 'reason-missing'],
    [{ caseNo: null }, 'case-missing'],
    [{ legalBasis: 'curiosity' }, 'unknown-word'],
    [{ applicant: 'guardian' }, 'applicant-name'],
    [{ applicant: 'guardian', applicantName: 'W' }, 'basis-of-applicant'],
    [{ windowFrom: new Date('2020-01-01T00:00:00Z') }, 'window-length'],
    [{ windowTo: new Date('2099-01-01T00:00:00Z') }, 'window-length'],
  ] as [Partial<ViewRequestInput>, string][])('%o is refused: %s', async (change, reason) => {
    await expect(requests.request(officer, input(change))).rejects.toMatchObject({ reason });
  });
});
