import { randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { beforeAll, expect, it } from 'vitest';

const issueDocument = `mutation ($i: IssueBulletinInput!) {
  issueBulletin(input: $i) { id kind areaName issuedBy photos { id } } }`;
const answerDocument = `mutation ($i: AnswerBulletinInput!) {
  answerBulletin(input: $i) { id by finding answeredAt position { longitude } photos { id } } }`;
const otherVillage = '990101002001';

describeOnBothEngines('what is said to the field', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  let townMonitor: Viewer;
  let worker: Viewer;
  let stranger: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const at = (...of: Parameters<typeof viewerAt>) => seeAccountOf(db.database, viewerAt(...of));
    officer = await at(madeUpCounty, 'duty-officer');
    townMonitor = await at('990101001', 'town-monitor');
    worker = await at(targetVillage, 'grid-worker');
    stranger = await at(otherVillage, 'grid-worker');
  });

  const issue = (by: Viewer, words: object = {}) =>
    graph.ask(by, issueDocument, {
      i: {
        commandId: randomUUID(),
        kind: 'assist',
        title: 'lost child',
        text: 'red coat',
        areaCode: '990101001',
        roles: ['grid-worker'],
        ...words,
      },
    });
  const issued = async (by: Viewer, words: object = {}): Promise<string> => {
    const { data, errors } = await issue(by, words);
    expect(errors).toEqual([]);
    return data.issueBulletin.id;
  };
  const answer = (by: Viewer, id: string, words: object = {}) =>
    graph.ask(by, answerDocument, {
      i: { commandId: randomUUID(), id, finding: 'not-found', ...words },
    });
  const markRead = (by: Viewer, id: string, readAt?: string) =>
    graph.ask(
      by,
      'mutation ($c: ID!, $id: ID!, $at: DateTime) { readBulletin(commandId: $c, id: $id, readAt: $at) }',
      { c: randomUUID(), id, at: readAt },
    );
  const mine = async (viewer: Viewer): Promise<Loose[]> =>
    (await graph.ask(viewer, '{ myBulletins { id readAt myAnswers { finding } photos { id } } }'))
      .data.myBulletins;
  const seenBy = async (viewer: Viewer, id: string): Promise<Loose> =>
    (
      await graph.ask(
        viewer,
        `{ bulletins(first: 100) { id counts { addressed read answered }
          recipients { userId areaCode readAt answeredAt } answers { by finding } } }`,
      )
    ).data.bulletins.find((each: Loose) => each.id === id);
  const waitingPhoto = async (uploader: Viewer): Promise<string> => {
    const id = randomUUID();
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A photo that was sent before
        insert into photos (id, uploader, uploaded_at, original_sha256, area_code, width, height, sha256, picture, preview)
        values (${id}, ${uploader.userId}, now(), ${id.replaceAll('-', '').repeat(2)}, ${uploader.areaCode}, 4, 3,
          'x', ${Buffer.from('picture')}, ${Buffer.from('preview')})`),
    );
    return id;
  };
  const picture = (viewer: Viewer, id: string) =>
    graph.services.photos.picture(viewer, id, 'preview').then(String, () => null);

  it('reaches whom it is for from above, and nobody else', async () => {
    const id = await issued(officer);
    const villageOfficer = await seeAccountOf(
      db.database,
      viewerAt(targetVillage, 'village-officer'),
    );
    expect((await mine(worker)).map((each) => each.id)).toContain(id);
    expect((await mine(stranger)).map((each) => each.id)).not.toContain(id);
    expect((await mine(villageOfficer)).map((each) => each.id)).not.toContain(id);
    expect((await answer(stranger, id)).code).toBe('NOT_FOUND');
    expect((await markRead(stranger, id)).code).toBe('NOT_FOUND');
  });

  it('tells its center who has read and who has not, each town its own', async () => {
    const id = await issued(officer, { areaCode: madeUpCounty });
    await markRead(worker, id);
    await answer(stranger, id, { finding: 'found' });
    const whole = await seenBy(officer, id);
    const own = whole.recipients.find(({ userId }: Loose) => userId === worker.userId);
    expect(own).toMatchObject({ areaCode: targetVillage, answeredAt: null });
    expect(own.readAt).not.toBeNull();
    expect(whole.recipients[0].readAt).toBeNull();
    expect(whole.counts).toEqual({
      addressed: whole.recipients.length,
      read: 2,
      answered: 1,
    });
    expect(whole.answers).toMatchObject([{ by: stranger.displayName, finding: 'found' }]);
    const ofTown = await seenBy(townMonitor, id);
    expect(ofTown.answers).toEqual([]);
    expect(ofTown.counts).toMatchObject({ read: 1, answered: 0 });
    expect(ofTown.counts.addressed).toBeLessThan(whole.counts.addressed);
    expect(ofTown.recipients).toHaveLength(ofTown.counts.addressed);
  });

  it('is read when the phone says so, but not before it was said nor in the future, and once', async () => {
    const id = await issued(officer);
    const issuedAt = db.clock.now().toISOString();
    db.clock.advanceSeconds(600);
    const between = new Date(db.clock.now().getTime() - 300_000).toISOString();
    await markRead(worker, id, between);
    await markRead(worker, id, '2099-01-01T00:00:00Z');
    expect((await mine(worker)).find((each) => each.id === id).readAt).toBe(between);
    const early = await issued(officer);
    await markRead(worker, early, '1999-01-01T00:00:00Z');
    const readAt = (await mine(worker)).find((each) => each.id === early).readAt;
    expect(readAt > issuedAt).toBe(true);
  });

  it('takes the same answer once, and a later one as another', async () => {
    const id = await issued(officer);
    const commandId = randomUUID();
    const first = await answer(worker, id, { commandId });
    const again = await answer(worker, id, { commandId });
    expect(again.data.answerBulletin.id).toBe(first.data.answerBulletin.id);
    db.clock.advanceSeconds(1);
    await answer(worker, id, { finding: 'found', position: { longitude: 9.93, latitude: 50 } });
    expect((await mine(worker)).find((each) => each.id === id).myAnswers).toEqual([
      { finding: 'not-found' },
      { finding: 'found' },
    ]);
    expect((await seenBy(officer, id)).counts).toMatchObject({ read: 1, answered: 1 });
  });

  it('shows its picture on the phones it is for until it is ended, and then to the center alone', async () => {
    const photo = await waitingPhoto(officer);
    const id = await issued(officer, { photoIds: [photo] });
    expect((await mine(worker)).find((each) => each.id === id).photos).toEqual([{ id: photo }]);
    expect(await picture(worker, photo)).toBe('preview');
    expect(await picture(stranger, photo)).toBeNull();
    const { errors } = await graph.ask(
      officer,
      'mutation ($c: ID!, $id: ID!) { endBulletin(commandId: $c, id: $id) { endedAt } }',
      { c: randomUUID(), id },
    );
    expect(errors).toEqual([]);
    expect((await mine(worker)).map((each) => each.id)).not.toContain(id);
    expect(await picture(worker, photo)).toBeNull();
    expect(await picture(officer, photo)).toBe('preview');
    // What was written without a line is not lost.
    expect((await answer(worker, id)).code).toBeNull();
  });

  it('takes the photos of an answer from whoever sent them, for the center and the sender', async () => {
    const id = await issued(officer);
    const own = await waitingPhoto(worker);
    const foreign = await waitingPhoto(stranger);
    const refused = await answer(worker, id, { photoIds: [own, foreign] });
    expect(refused.errors[0]).toMatchObject({ extensions: { reason: 'unknown-photo' } });
    const taken = await answer(worker, id, { photoIds: [own] });
    expect(taken.data.answerBulletin.photos).toEqual([{ id: own }]);
    const neighbour = await seeAccountOf(db.database, viewerAt(targetVillage, 'grid-worker'));
    expect(await picture(neighbour, own)).toBeNull();
    expect(await picture(worker, own)).toBe('preview');
    expect(await picture(officer, own)).toBe('preview');
  });

  it('is issued by a center alone, in its own area, in words, and ended by whose it is', async () => {
    expect((await issue(worker)).code).toBe('FORBIDDEN');
    expect((await issue(townMonitor, { areaCode: madeUpCounty })).code).toBe('BAD_USER_INPUT');
    expect((await issue(officer, { title: ' ' })).code).toBe('BAD_USER_INPUT');
    expect((await issue(officer, { roles: [] })).code).toBe('BAD_USER_INPUT');
    expect((await issue(officer, { roles: ['leader'] })).code).toBe('BAD_USER_INPUT');
    expect((await issue(officer, { dueAt: '2001-01-01T00:00:00Z' })).code).toBe('BAD_USER_INPUT');
    const id = await issued(officer, { areaCode: madeUpCounty });
    const ended = await graph.ask(
      townMonitor,
      'mutation ($c: ID!, $id: ID!) { endBulletin(commandId: $c, id: $id) { id } }',
      { c: randomUUID(), id },
    );
    expect(ended.errors[0]).toMatchObject({ extensions: { reason: 'from-above' } });
    const asked = await graph.ask(worker, '{ bulletins { id } }');
    expect(asked.code).toBe('FORBIDDEN');
  });

  it('leaves what it says out of the journal, and who read it to the auditor', async () => {
    const id = await issued(officer, { title: 'a person’s name' });
    await markRead(worker, id);
    const rows = await db.database.inScope(systemViewer(), (reading) =>
      reading.query<{ kind: string; payload: object }>(sql`-- What does the journal tell of it?
        select kind, payload from journal where subject_kind = 'bulletin' and subject_id = ${id} order by seq`),
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['bulletin.issued', 'bulletin.read']);
    expect(JSON.stringify(rows)).not.toContain('a person');
    const seen = await graph.ask(
      officer,
      `{ journal(subjectKind: "bulletin", subjectId: "${id}") { kind } }`,
    );
    expect(seen.data.journal).toEqual([{ kind: 'bulletin.issued' }]);
  });

  it('stands in the made-up city as it does in a real one', async () => {
    expect((await mine(worker)).map((each) => each.id)).toContain(idsIn(targetVillage).bulletin);
  });
});
