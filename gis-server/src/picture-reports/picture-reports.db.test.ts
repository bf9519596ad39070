import { randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { waitingPhoto } from '#graphql/testing/waiting-photo.ts';
import { beforeAll, expect, it } from 'vitest';

const ids = idsIn(targetVillage);
const takenAt = '2026-05-05T04:00:00.000Z';

describeOnBothEngines('a report from a live picture', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  let other: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    officer = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'duty-officer'));
    other = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'shift-leader'));
  });

  type Look = { camera?: string; purpose?: string; opened?: boolean; closedHoursAgo?: number };
  const look = async ({ camera = ids.camera(1), ...more }: Look = {}): Promise<string> => {
    const { purpose = 'city-management', opened = true, closedHoursAgo = null } = more;
    const id = randomUUID().slice(0, 22);
    const now = db.clock.now();
    const closedAt =
      closedHoursAgo === null ? null : new Date(now.getTime() - closedHoursAgo * 3_600_000);
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- They look
        insert into camera_views (id, camera_id, area_code, user_id, session_id, charged_to, purpose, profile,
          requested_at, opened_at, closed_at)
        values (${id}, ${camera}, ${targetVillage}, ${officer.userId}::uuid, 's', ${officer.userId}::uuid,
          ${purpose}, 'main', ${now}, ${opened ? now : null}, ${closedAt})`),
    );
    return id;
  };
  const report = async (viewId: string, more: object = {}, viewer = officer) =>
    graph.ask(
      viewer,
      `mutation ($i: ReportIncidentInput!) { reportIncident(input: $i) {
        id source order { externalId revision } photos { id } pictureReport { placedBy takenAt camera { id } } } }`,
      {
        i: {
          commandId: randomUUID(),
          classCode: 'E0102',
          position: { longitude: 9.93, latitude: 50 },
          source: 'video-patrol',
          photoIds: [await waitingPhoto(db.database, viewer)],
          picture: { viewId, takenAt, placedBy: 'ground' },
          ...more,
        },
      },
    );

  it('keeps frame, camera and how it was placed, and the register says who made which case of it', async () => {
    const viewId = await look();
    const { data, errors } = await report(viewId);
    expect(errors).toEqual([]);
    expect(data.reportIncident).toMatchObject({
      source: 'video-patrol',
      order: { externalId: `${viewId}@${takenAt}`, revision: 1 },
      photos: [{ id: expect.any(String) }],
      pictureReport: { placedBy: 'ground', camera: { id: ids.camera(1) } },
    });
    const auditor = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'auditor'));
    const { data: told } = await graph.ask(
      auditor,
      '{ journal(first: 9) { kind actorName subjectId payload } }',
    );
    expect(told.journal).toContainEqual({
      kind: 'camera-view.reported',
      actorName: officer.displayName,
      subjectId: ids.camera(1),
      payload: { viewId, incidentId: data.reportIncident.id, placedBy: 'ground' },
    });
  });

  it('is one case however often one picture of a look is sent, and another picture is another', async () => {
    const viewId = await look();
    const first = await report(viewId);
    const again = await report(viewId);
    expect(again.data.reportIncident.id).toBe(first.data.reportIncident.id);
    const later = { viewId, takenAt: '2026-05-05T04:00:01.000Z', placedBy: 'camera' };
    const next = await report(viewId, { picture: later });
    expect(next.data.reportIncident.id).not.toBe(first.data.reportIncident.id);
  });

  it.each<[string, Look, string]>([
    ['a camera that is not filed for it', { camera: ids.camera(2) }, 'purpose-not-filed'],
    ['a broken glass', { purpose: 'break-glass' }, 'purpose-not-filed'],
    ['a look that never began', { opened: false }, 'unknown-look'],
    ['a look that is long over', { closedHoursAgo: 2 }, 'look-over'],
  ])('is refused of %s', async (_, given, reason) => {
    const { errors } = await report(await look(given));
    expect(errors[0]?.extensions).toMatchObject({ reason });
  });

  it('is refused to whoever did not look', async () => {
    const { errors } = await report(await look(), {}, other);
    expect(errors[0]?.extensions).toMatchObject({ reason: 'unknown-look' });
  });

  it.each([
    ['without its frame', { photoIds: [] }, 'photo-missing'],
    ['of another source', { source: 'hotline' }, 'not-video-patrol'],
  ])('is refused %s', async (_, wrong, reason) => {
    const { errors } = await report(await look(), wrong);
    expect(errors[0]?.extensions).toMatchObject({ reason });
  });
});
