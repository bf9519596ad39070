/** What a worker has done and what the server may not have heard of yet. */
import type {
  AnswerBulletinInput,
  MoveIncidentInput,
  RecordPatrolInput,
  ReportIncidentInput,
} from '#gis/generated/graphql.ts';
import type { DraftComponent, DraftUnit } from '../report/report-draft.ts';

/** A photo is an entry of its own: it goes before the report that shows it, in as many pieces as the line allows. */
export type PhotoBody = { kind: 'photo'; bytes: ArrayBuffer; type: string };
export type ReportBody = {
  kind: 'report';
  input: Omit<ReportIncidentInput, 'commandId' | 'seenAt' | 'photoIds'>;
  photos: readonly string[];
  /** By name, for the form in which it may have to be corrected. */
  keyUnit?: DraftUnit | null;
  component?: DraftComponent | null;
};
export type MoveBody = {
  kind: 'move';
  input: Omit<MoveIncidentInput, 'commandId' | 'photoIds'>;
  photos: readonly string[];
};
/** 已阅: a bulletin was read, whenever that was. */
export type ReadBody = { kind: 'read'; bulletinId: string; photos: readonly [] };
export type AnswerBody = {
  kind: 'answer';
  input: Omit<AnswerBulletinInput, 'commandId' | 'answeredAt' | 'photoIds'>;
  photos: readonly string[];
};
/** A round or visit; `reportEntry` names the entry whose answer is the case that an item became. */
export type PatrolBody = {
  kind: 'patrol';
  round: Pick<RecordPatrolInput, 'listCode' | 'listVersion' | 'taskId' | 'place' | 'position'>;
  beganAt: number;
  results: readonly {
    code: string;
    finding: string;
    note: string | null;
    reportEntry: string | null;
    photos: readonly string[];
  }[];
  photos: readonly string[];
};
export type LeaveBody = {
  kind: 'leave';
  substituteId: string;
  fromAt: string;
  toAt: string;
  reason: string;
  photos: readonly [];
};
/** Back early, or never gone. */
export type LeaveBackBody = { kind: 'leave-back'; leaveId: string; photos: readonly [] };
export type EntryBody =
  | PhotoBody
  | ReportBody
  | MoveBody
  | ReadBody
  | AnswerBody
  | PatrolBody
  | LeaveBody
  | LeaveBackBody;

/** The server's word about one entry; it stays with the entry until the worker decides. */
export type EntryRefusal = {
  reason: string;
  message: string;
  details: Readonly<Record<string, unknown>>;
};

export type OutboxEntry = {
  /** The order in which entries were made, given by the store. */
  seq: number;
  /** The command's id at the server: the same id again has the same effect, once. */
  id: string;
  /** Whose it is: a phone may pass to another hand. */
  userId: string;
  /** What the list calls it. */
  title: string;
  /** By the phone's clock, whatever that is worth. */
  madeAt: number;
  /** Entries that must have arrived first, as long as they exist. */
  needs: readonly string[];
  body: EntryBody;
  state: 'waiting' | 'refused' | 'sent';
  /** By the server's clock; set before the first try, because a try without an answer may have had its effect. */
  firstTriedAt: number | null;
  refusal: EntryRefusal | null;
  /** What the server answered, such as the id of a photo. */
  answer: unknown;
  sentAt: number | null;
};

export type NewEntry = Pick<OutboxEntry, 'id' | 'userId' | 'title' | 'needs' | 'body'>;

/** Urgent things go before all others; else the order of making holds. */
export function inSendingOrder(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return [...entries].sort((a, b) => urgency(a) - urgency(b) || a.seq - b.seq);
}

function urgency({ body }: OutboxEntry): number {
  return body.kind === 'report' && body.input.classCode === helpClassCode ? 0 : 1;
}

/** 网格员求助: a worker in need is an incident of its own class, and so pulses, sounds and is answered like one. */
export const helpClassCode = 'E0699';
