import { sql } from '#database/sql.ts';
import { insertMadeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { Accounts } from './accounts.ts';
import { Duties } from './duties.ts';
import { Sessions } from './sessions.ts';
import { systemViewer } from './viewer.ts';

const password = 'a long enough secret';
const address = '192.0.2.7';

describeOnBothEngines('accounts and sessions', (db) => {
  const administrator = viewerAt('990101', 'administrator');
  const accounts = () => new Accounts({ database: db.database, clock: db.clock });
  const sessions = () => new Sessions({ database: db.database, clock: db.clock });
  const create = (name: string, role = 'duty-officer', areaCode = '990101001') =>
    accounts().create(administrator, {
      commandId: randomUUID(),
      name,
      displayName: name,
      role,
      areaCode,
      departmentCode: null,
      password,
    });

  beforeAll(() => insertMadeUpCounty(db.database));

  test('who signs in is recognised by the token, and no more after signing out', async () => {
    await create('officer-1');
    const here = sessions();
    const { token, viewer } = await here.signIn('officer-1', password, address);
    expect(viewer).toMatchObject({ areaCode: '990101001', scopePrefix: '990101001' });
    expect(await sessions().viewerOf(token)).toMatchObject({ name: 'officer-1' });
    await here.signOut(viewer);
    expect(await here.viewerOf(token)).toBeNull();
    expect(await here.viewerOf('made-up-token')).toBeNull();
  });

  test('the token itself is nowhere in the database', async () => {
    await create('officer-2');
    const { token } = await sessions().signIn('officer-2', password, address);
    const rows = await db.database.inScope(systemViewer(), (read) =>
      read.query<{ id_hash: string }>(sql`-- What is kept of sessions?
        select * from sessions`),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('the root of the tree sees all, a wall lives for weeks, a person half an hour of idleness', async () => {
    await create('county-officer', 'duty-officer', '990101');
    await create('wall-1', 'wall', '990101');
    const person = await sessions().signIn('county-officer', password, address);
    const wall = await sessions().signIn('wall-1', password, address);
    expect(person.viewer.scopePrefix).toBe('');
    db.clock.advanceSeconds(29 * 60);
    expect(await sessions().viewerOf(person.token)).not.toBeNull();
    db.clock.advanceSeconds(31 * 60);
    expect(await sessions().viewerOf(person.token)).toBeNull();
    expect(await sessions().viewerOf(wall.token)).not.toBeNull();
    await sessions().closeExpired();
    const rows = await db.database.inScope(systemViewer(), (read) =>
      read.query<{ reason: string }>(sql`-- Is the end of the session written?
        select payload ->> 'reason' as reason from journal
        where kind = 'session.closed' and subject_id = ${person.viewer.sessionId}`),
    );
    expect(rows).toEqual([{ reason: 'expired' }]);
  });

  test('five wrong passwords lock the account, also after a restart, and longer each time', async () => {
    await create('guessed');
    const guess = (word: string, from = '192.0.2.66') => sessions().signIn('guessed', word, from);
    for (let i = 0; i < 5; i += 1) {
      await expect(guess('wrong password')).rejects.toMatchObject({ reason: 'bad-credentials' });
    }
    // A new Sessions object knows only what the database knows; another address does not help either.
    await expect(guess(password)).rejects.toMatchObject({
      reason: 'too-many-attempts',
      details: { retryAfterSeconds: 30 },
    });
    await expect(guess(password, '192.0.2.67')).rejects.toMatchObject({
      reason: 'too-many-attempts',
    });
    db.clock.advanceSeconds(31);
    await expect(guess('wrong again')).rejects.toMatchObject({ reason: 'bad-credentials' });
    await expect(guess(password)).rejects.toMatchObject({ details: { retryAfterSeconds: 60 } });
    db.clock.advanceSeconds(61);
    expect(await guess(password)).toMatchObject({ viewer: { name: 'guessed' } });
  });

  test('many guesses at once do not slip through', async () => {
    await create('stormed');
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () => sessions().signIn('stormed', 'wrong', '192.0.2.99')),
    );
    const looked = attempts.filter(
      (each) => each.status === 'rejected' && each.reason.reason === 'bad-credentials',
    );
    expect(looked).toHaveLength(5);
  });

  test('guesses from one address at many accounts at once do not slip through either', async () => {
    const guesses = Array.from({ length: 30 }, (_, i) => ({ name: `guess-${i}` }));
    const here = sessions();
    const attempts = await Promise.allSettled(
      guesses.map(({ name }) => here.signIn(name, 'wrong', '192.0.2.100')),
    );
    const reasons = attempts.map((each) => each.status === 'rejected' && each.reason.reason);
    expect(reasons.filter((reason) => reason === 'bad-credentials')).toHaveLength(20);
    expect(reasons.filter((reason) => reason === 'too-many-attempts')).toHaveLength(10);
  });

  test('a hall that signs in all at once is let in, whatever failed at its address before', async () => {
    const hall = '192.0.2.101';
    const people = Array.from({ length: 20 }, (_, i) => `hall-${i}`);
    for (const name of people) await create(name);
    const here = sessions();
    const mistype = (i: number) => here.signIn(`hall-typo-${i}`, 'wrong', hall);
    for (let i = 0; i < 19; i += 1) {
      await expect(mistype(i)).rejects.toMatchObject({ reason: 'bad-credentials' });
    }
    const signedIn = await Promise.all(people.map((name) => here.signIn(name, password, hall)));
    expect(signedIn.map(({ viewer }) => viewer.name)).toEqual(people);
    // Only what has failed counts: the next failure is the twentieth and locks, for half a minute.
    await expect(mistype(19)).rejects.toMatchObject({ reason: 'bad-credentials' });
    await expect(here.signIn('hall-0', password, hall)).rejects.toMatchObject({
      reason: 'too-many-attempts',
      details: { retryAfterSeconds: 30 },
    });
    db.clock.advanceSeconds(31);
    expect(await here.signIn('hall-0', password, hall)).toMatchObject({
      viewer: { name: 'hall-0' },
    });
  });

  test('an unknown name is refused with the same words as a wrong password', async () => {
    await expect(sessions().signIn('nobody-here', password, address)).rejects.toMatchObject({
      kind: 'not-signed-in',
      reason: 'bad-credentials',
    });
  });

  test('moving, resetting and closing an account asks for the version and keeps to the area', async () => {
    const officer = await create('moved-1');
    const change = (version: number) => ({ commandId: randomUUID(), id: officer.id, version });
    const to = { areaCode: '990101002', role: 'town-monitor', departmentCode: null };
    const ofSecondTown = viewerAt('990101002', 'administrator');
    await expect(accounts().move(ofSecondTown, { ...change(1), ...to })).rejects.toMatchObject({
      kind: 'not-found',
    });
    const moved = await accounts().move(administrator, { ...change(1), ...to });
    expect(moved).toMatchObject({ area_code: '990101002', role: 'town-monitor', version: 2 });
    await expect(accounts().close(administrator, change(1))).rejects.toMatchObject({
      kind: 'conflict',
      details: { version: 2 },
    });
    await expect(
      accounts().move(ofSecondTown, { ...change(2), ...to, areaCode: '990101001' }),
    ).rejects.toMatchObject({ reason: 'outside-scope' });
  });

  test('a reset or closed account loses its sessions', async () => {
    const officer = await create('closed-1');
    const before = await sessions().signIn('closed-1', password, address);
    const change = { commandId: randomUUID(), id: officer.id, version: 1 };
    await accounts().reset(administrator, { ...change, password: 'another long secret' });
    expect(await sessions().viewerOf(before.token)).toBeNull();
    const after = await sessions().signIn('closed-1', 'another long secret', address);
    await accounts().close(administrator, { ...change, commandId: randomUUID(), version: 2 });
    expect(await sessions().viewerOf(after.token)).toBeNull();
    await expect(
      sessions().signIn('closed-1', 'another long secret', address),
    ).rejects.toMatchObject({ reason: 'bad-credentials' });
  });

  test('a reset or closing that cannot end the sessions has not happened', async () => {
    const { id } = await create('half-done');
    const { token } = await sessions().signIn('half-done', password, address);
    const ofTown = viewerAt('990101001', 'administrator');
    const change = () => ({ commandId: randomUUID(), id, version: 1 });
    const { pool } = db.pool;
    await pool.query(`create function no_end() returns trigger language plpgsql as
      $$ begin raise exception 'sessions cannot be ended now'; end $$`);
    await pool.query(
      'create trigger no_end before delete on sessions for each row execute function no_end()',
    );
    try {
      const fresh = { password: 'another long secret' };
      await expect(accounts().reset(ofTown, { ...change(), ...fresh })).rejects.toThrow('be ended');
      await expect(accounts().close(ofTown, change())).rejects.toThrow('be ended');
    } finally {
      await pool.query('drop function no_end cascade');
    }
    expect(await sessions().viewerOf(token)).toMatchObject({ name: 'half-done' });
    expect(await sessions().signIn('half-done', password, address)).toBeDefined();
    expect(await accounts().close(ofTown, change())).toMatchObject({ version: 2 });
    expect(await sessions().viewerOf(token)).toBeNull();
  });

  test('the duty of a center is held by one person for each post', async () => {
    await create('leader-1', 'leader', '990101002');
    await create('leader-2', 'leader', '990101002');
    const duties = new Duties({ database: db.database, clock: db.clock });
    const first = (await sessions().signIn('leader-1', password, address)).viewer;
    const second = (await sessions().signIn('leader-2', password, address)).viewer;
    expect(await duties.chargeableDuty('990101002')).toBeNull();
    await duties.signIn(first, { commandId: randomUUID(), post: 'leader' });
    const held = await duties.signIn(second, { commandId: randomUUID(), post: 'leader' });
    expect(await duties.onDuty('990101002')).toMatchObject([{ display_name: 'leader-2' }]);
    const out = await duties.signOut(second, { commandId: randomUUID(), dutyId: held.id });
    expect(out.signed_out_at).not.toBeNull();
    expect(await duties.chargeableDuty('990101002')).toBeNull();
  });

  test('an account that is moved or closed answers for no look any more', async () => {
    const duties = new Duties({ database: db.database, clock: db.clock });
    const onDuty = async (name: string) => {
      const { id } = await create(name, 'leader', '990101001');
      const { viewer } = await sessions().signIn(name, password, address);
      await duties.signIn(viewer, { commandId: randomUUID(), post: 'leader' });
      return { commandId: randomUUID(), id, version: 1 };
    };
    await accounts().close(administrator, await onDuty('leader-closed'));
    expect(await duties.chargeableDuty('990101001')).toBeNull();
    await accounts().move(administrator, {
      ...(await onDuty('leader-moved')),
      areaCode: '990101002',
      role: 'leader',
      departmentCode: null,
    });
    expect(await duties.chargeableDuty('990101001')).toBeNull();
    expect(await duties.chargeableDuty('990101002')).toBeNull();
  });

  test('a reset opens a locked account for its new password', async () => {
    const { id } = await create('locked-1');
    for (let i = 0; i < 5; i += 1) {
      await expect(sessions().signIn('locked-1', 'wrong', '192.0.2.70')).rejects.toThrow();
    }
    const fresh = 'another long secret';
    const change = { commandId: randomUUID(), id, version: 1, password: fresh };
    await accounts().reset(administrator, change);
    expect(await sessions().signIn('locked-1', fresh, '192.0.2.71')).toMatchObject({
      viewer: { name: 'locked-1' },
    });
  });

  test('two who take the same post at once do not both hold it, and neither meets a bug', async () => {
    const duties = new Duties({ database: db.database, clock: db.clock });
    const viewers = [];
    for (const name of ['quick-1', 'quick-2']) {
      await create(name, 'leader', '990101002');
      viewers.push((await sessions().signIn(name, password, address)).viewer);
    }
    const taken = await Promise.allSettled(
      viewers.map((viewer) => duties.signIn(viewer, { commandId: randomUUID(), post: 'leader' })),
    );
    const refused = taken.filter((each) => each.status === 'rejected');
    for (const { reason } of refused) expect(reason).toMatchObject({ kind: 'conflict' });
    expect(refused.length).toBeLessThan(2);
    expect(await duties.onDuty('990101002')).toHaveLength(1);
  });
});
