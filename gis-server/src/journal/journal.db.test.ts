import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Writing } from '#database/transaction.ts';
import { insertMadeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { JournalReader } from './journal-reader.ts';
import type { JournalRow } from './journal-row.ts';

const writer = systemViewer();

function happening(subjectId: string, areaCode = '990101001001') {
  return {
    kind: 'city-component.state-set',
    areaCode,
    subjectKind: 'city-component',
    subjectId,
    payload: { from: 'intact', to: 'damaged', note: null },
  } as const;
}

/** A promise that a test opens by hand. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describeOnBothEngines('the journal', (db) => {
  beforeAll(() => insertMadeUpCounty(db.database));

  const seqsOf = async (subjectIds: string[]) => {
    const rows = await db.database.inScope(writer, (read) =>
      read.query<{ seq: number; subject_id: string }>(sql`-- Which numbers did these get?
        select seq, subject_id from journal where subject_id = any(${subjectIds}) order by seq`),
    );
    return rows.map((row) => row.subject_id);
  };

  test('rows get their numbers in the order of their commits', async () => {
    const other = await db.openAnother();
    const first = gate();
    const entered = gate();
    let quickDone = false;
    let quickDoneMeanwhile = false;
    // The slow one begins first and has done its work before the quick one begins; only its commit comes later.
    const slow = db.database.write(writer, async (tx: Writing) => {
      await tx.query(sql`-- Work of the slow one
        select 1`);
      tx.record(happening('slow'));
      entered.open();
      if (db.engine === 'postgresql') await first.opened;
      // Time enough for the quick one, were it not kept waiting.
      else for (let i = 0; i < 50; i += 1) await tx.query(sql`-- Still at work\n select ${i}`);
      quickDoneMeanwhile = quickDone;
    });
    await entered.opened;
    const quick = other
      .write(writer, async (tx) => {
        await tx.query(sql`-- Work of the quick one
          select 1`);
        tx.record(happening('quick'));
      })
      .then(() => {
        quickDone = true;
      });
    if (db.engine === 'postgresql') {
      await quick;
      first.open();
      await slow;
      expect(await seqsOf(['slow', 'quick'])).toEqual(['quick', 'slow']);
    } else {
      // One open transaction stops everybody else there: the second waits for the first.
      await Promise.all([slow, quick]);
      expect(quickDoneMeanwhile).toBe(false);
      expect(await seqsOf(['slow', 'quick'])).toEqual(['slow', 'quick']);
    }
  });

  test('a rolled-back change leaves no gap', async () => {
    const head = async () =>
      (
        await db.database.inScope(writer, (read) =>
          read.query<{ head: number }>(sql`-- Last number
            select head from journal_counter`),
        )
      )[0]!.head;
    const before = await head();
    const failing = db.database.write(writer, async (tx) => {
      tx.record(happening('never'));
      await tx.query(sql`-- Fails
        select 1 / 0`);
    });
    await expect(failing).rejects.toThrow();
    await db.database.write(writer, async (tx) => tx.record(happening('after')));
    expect(await head()).toBe(before + 1);
  });

  test('a command given twice, even at once, has its effect once and the same answer', async () => {
    const commandId = randomUUID();
    let runs = 0;
    const give = () =>
      db.database.command(writer, { commandId, kind: 'test.count' }, async (tx) => {
        runs += 1;
        tx.record(happening(commandId));
        return { run: runs };
      });
    const answers = await Promise.all([give(), give(), give()]);
    answers.push(await give());
    expect(answers).toEqual(Array(4).fill({ run: 1 }));
    expect(await seqsOf([commandId])).toEqual([commandId]);
  });

  test('a command id of somebody else is refused', async () => {
    const commandId = randomUUID();
    const give = (kind: string) =>
      db.database.command(viewerAt('990101'), { commandId, kind }, async () => 1);
    await give('test.one');
    await expect(give('test.one')).rejects.toMatchObject({ reason: 'command-id-taken' });
  });

  test('a reader hears every row once and in order, whoever wrote it', async () => {
    const reader = new JournalReader(db.database, { pollMs: 20 });
    await reader.start();
    const from = reader.head();
    const heard: JournalRow[] = [];
    const all = gate();
    reader.onEntries((rows) => {
      heard.push(...rows);
      if (heard.length >= 60) all.open();
    });
    const other = await db.openAnother();
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        (i % 2 === 0 ? db.database : other).write(writer, async (tx) =>
          tx.record(happening(`many-${i}`)),
        ),
      ),
    );
    await all.opened;
    await reader.stop();
    expect(heard.map(({ seq }) => seq)).toEqual(heard.map((_, i) => from + 1 + i));
  });

  test('reading after a number gives the rest of the own area and nothing else', async () => {
    const reader = new JournalReader(db.database);
    await reader.start();
    const from = reader.head();
    await reader.stop();
    await db.database.write(writer, async (tx) => {
      tx.record(happening('in-first', '990101001001'));
      tx.record(happening('in-second', '990101002001'));
      tx.record({
        kind: 'account.reset',
        areaCode: '990101001',
        subjectKind: 'account',
        subjectId: 'somebody',
        payload: {},
      });
    });
    const subjects = async (viewer: ReturnType<typeof viewerAt>) =>
      (await reader.readAfter(viewer, from, 100)).rows.map(({ subjectId }) => subjectId);
    expect(await subjects(viewerAt('990101'))).toEqual(['in-first', 'in-second']);
    expect(await subjects(viewerAt('990101001'))).toEqual(['in-first']);
    expect(await subjects(viewerAt('990101002002'))).toEqual([]);
    expect(await subjects(viewerAt('990101001', 'auditor'))).toEqual(['in-first', 'somebody']);
  });

  test('a row that only a newer server understands is left out, told once, and stops nobody', async () => {
    // Told once in the life of a process: each engine has a version of its own.
    const version = db.engine === 'embedded' ? 8 : 9;
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    const reader = new JournalReader(db.database, { pollMs: 20 });
    await reader.start();
    const from = reader.head();
    const writtenByNewer = (subjectId: string) =>
      db.database.write(writer, async (tx) => {
        await tx.query(sql`-- What a newer server would write
          with counter as (update journal_counter set head = head + 1 returning head)
          insert into journal (seq, at, kind, area_code, subject_kind, subject_id, payload)
          select head, ${db.clock.now()}, 'city-component.state-set', '990101001001',
            'city-component', ${subjectId},
            jsonb_build_object('v', ${version}::int, 'change', 'all new') from counter`);
      });
    const heard: JournalRow[] = [];
    const all = gate();
    reader.onEntries((rows) => {
      heard.push(...rows);
      if (heard.some(({ subjectId }) => subjectId === 'after')) all.open();
    });
    await writtenByNewer('newer-1');
    await db.database.write(writer, async (tx) => tx.record(happening('between')));
    await writtenByNewer('newer-2');
    await db.database.write(writer, async (tx) => tx.record(happening('after')));
    await all.opened;
    await reader.stop();
    expect(heard.map(({ subjectId }) => subjectId)).toEqual(['between', 'after']);
    expect(reader.failure()).toBeNull();
    expect([reader.head(), reader.unreadable()]).toEqual([from + 4, 2]);
    // A page that is shorter for it is no last page.
    const page = await reader.readAfter(writer, from, 3);
    expect(page).toMatchObject({ isFull: true, lastSeq: from + 3, unreadable: 2 });
    expect(await seqsOf(['newer-1', 'newer-2'])).toEqual(['newer-1', 'newer-2']);
    const told = complaint.mock.calls.filter(([line]) => String(line).includes(`set v${version}`));
    expect(told).toHaveLength(1);
    complaint.mockRestore();
  });

  test('nobody edits or removes what happened', async () => {
    for (const statement of [
      sql`-- Edit
        update journal set kind = 'edited'`,
      sql`-- Remove
        delete from journal`,
    ]) {
      await expect(db.database.write(writer, (tx) => tx.query(statement))).rejects.toMatchObject({
        kind: 'not-allowed',
      });
    }
  });
});
