import { DomainError } from 'grid-data';
import { sql } from './sql.ts';
import type { Reading } from './transaction.ts';

export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

type RememberedCommand = { commandId: string; kind: string; actorId: string; at: Date };

type FirstAnswer<T> = { given: false } | { given: true; answer: T };

const longestCommandId = 100;
/** A phone that was without signal repeats what it had to say long before. */
const rememberedMs = 7 * 24 * 3600 * 1000;
/** So that the first time takes no longer than any other. */
const forgottenAtOnce = 5000;

/** Before any transaction: the table would refuse it too, but not say what is wrong. */
export function checkCommandId(commandId: string): void {
  if (commandId.length >= 1 && commandId.length <= longestCommandId) return;
  throw new DomainError(
    'invalid-input',
    `commandId: has ${commandId.length} letters, 1 to ${longestCommandId} are taken`,
    { reason: 'command-id', details: { field: 'commandId', maxLength: longestCommandId } },
  );
}

/** Takes the command's id for this transaction, or gives back what the command answered the first time. */
export async function answerOnce<T extends Json | void>(
  db: Reading,
  { commandId, kind, actorId, at }: RememberedCommand,
): Promise<FirstAnswer<T>> {
  const taken = await db.query<{ command_id: string }>(
    sql`-- Is this command new? Waits for a twin that runs now.
      insert into journal_commands (command_id, kind, actor_id, at)
      values (${commandId}, ${kind}, ${actorId}, ${at})
      on conflict (command_id) do nothing returning command_id`,
  );
  if (taken.length > 0) return { given: false };
  const [first] = await db.query<{ kind: string; actor_id: string; result: T }>(
    sql`-- What did the command answer the first time?
      select kind, actor_id, result from journal_commands where command_id = ${commandId}`,
  );
  if (first === undefined || first.kind !== kind || first.actor_id !== actorId) {
    throw new DomainError('conflict', 'the command id belongs to another command', {
      reason: 'command-id-taken',
    });
  }
  return { given: true, answer: first.result };
}

export async function rememberAnswer(
  db: Reading,
  { commandId }: RememberedCommand,
  answer: Json | void,
): Promise<void> {
  await db.query(sql`-- What shall a repeated command be answered?
    update journal_commands set result = ${JSON.stringify(answer ?? null)}::jsonb
    where command_id = ${commandId}`);
}

export async function forgetOldCommands(tx: Reading, now: Date): Promise<void> {
  const before = new Date(now.getTime() - rememberedMs);
  await tx.query(sql`-- Which commands does nobody repeat any more?
    delete from journal_commands where command_id in (
      select command_id from journal_commands where at < ${before} order by at limit ${forgottenAtOnce})`);
}
