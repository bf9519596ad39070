/** What an entry says to the server, and what became of it. */
import {
  FieldAnswerBulletinDocument,
  FieldAskLeaveDocument,
  FieldMoveDocument,
  FieldReadBulletinDocument,
  FieldRecordPatrolDocument,
  FieldReportDocument,
  FieldWithdrawLeaveDocument,
} from '#gis/generated/graphql.ts';
import type { GraphAnswer, Net } from '../net/ask-graph.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { Outcome } from './outbox.ts';
import type { ServerClock } from './server-clock.ts';
import { sendPhoto } from './send-photo.ts';

type AnswerOf = (id: string) => unknown;

export function sendEntryBy(net: Net, clock: ServerClock) {
  return async (entry: OutboxEntry, answerOf: AnswerOf): Promise<Outcome> => {
    const { body, id: commandId } = entry;
    switch (body.kind) {
      case 'photo':
        return sendPhoto(net, body);
      case 'report': {
        const photoIds = photosThatArrived(body.photos, answerOf);
        const seenAt = clock.seenAt(entry.madeAt);
        const input = { ...body.input, commandId, seenAt, photoIds };
        return outcomeOf(
          await net.ask(FieldReportDocument, { input }),
          ({ reportIncident }) => reportIncident.id,
        );
      }
      case 'move': {
        const photoIds = photosThatArrived(body.photos, answerOf);
        const input = { ...body.input, commandId, photoIds };
        return outcomeOf(
          await net.ask(FieldMoveDocument, { input }),
          ({ moveIncident }) => moveIncident.id,
        );
      }
      case 'read': {
        const read = { commandId, id: body.bulletinId, readAt: clock.seenAt(entry.madeAt) };
        return outcomeOf(await net.ask(FieldReadBulletinDocument, read), () => body.bulletinId);
      }
      case 'answer': {
        const photoIds = photosThatArrived(body.photos, answerOf);
        const answeredAt = clock.seenAt(entry.madeAt);
        const input = { ...body.input, commandId, answeredAt, photoIds };
        return outcomeOf(
          await net.ask(FieldAnswerBulletinDocument, { input }),
          ({ answerBulletin }) => answerBulletin.id,
        );
      }
      case 'leave': {
        const { substituteId, fromAt, toAt, reason } = body;
        const leave = { commandId, substituteId, fromAt, toAt, reason };
        return outcomeOf(
          await net.ask(FieldAskLeaveDocument, leave),
          ({ askLeave }) => askLeave.id,
        );
      }
      case 'leave-back':
        return outcomeOf(
          await net.ask(FieldWithdrawLeaveDocument, { commandId, id: body.leaveId }),
          ({ withdrawLeave }) => withdrawLeave.id,
        );
      case 'patrol': {
        const beganAt = clock.seenAt(body.beganAt);
        const endedAt = clock.seenAt(entry.madeAt);
        const results = body.results.map(({ photos, reportEntry, ...said }) => ({
          ...said,
          photoIds: photosThatArrived(photos, answerOf),
          incidentId: reportEntry === null ? null : caseOf(reportEntry, answerOf),
        }));
        const input = { ...body.round, commandId, beganAt, endedAt, results };
        return outcomeOf(
          await net.ask(FieldRecordPatrolDocument, { input }),
          ({ recordPatrol }) => recordPatrol.id,
        );
      }
    }
  };
}

/** Null where the worker threw the report away. */
function caseOf(reportEntry: string, answerOf: AnswerOf): string | null {
  const id = answerOf(reportEntry);
  return typeof id === 'string' ? id : null;
}

/** One that the worker threw away meanwhile is left out. */
function photosThatArrived(photos: readonly string[], answerOf: AnswerOf): string[] {
  return photos.map(answerOf).filter((id) => typeof id === 'string');
}

function outcomeOf<Value>(answer: GraphAnswer<Value>, idOf: (value: Value) => string): Outcome {
  if (answer.answered) return { sent: true, answer: idOf(answer.value) };
  return 'stop' in answer
    ? { sent: false, stop: answer.stop }
    : { sent: false, refusal: answer.refusal };
}
