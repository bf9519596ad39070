/** 协查、通知公告: issued by a center, read and answered in the field, each a command. */
import { seesArea } from '#access/scope.ts';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import { photosOfSubjects, takeFieldPhotos } from '#field-photos/field-photos.ts';
import { invalidField, isUuid, takeInText, takeInWord, takeInWords } from '#graphql/take-in.ts';
import { takeInPhotoIds } from '#photos/add-photos.ts';
import { takeInPosition, type Position } from '#within/within.ts';
import {
  assistFindings,
  bulletinKinds,
  bulletinRoles,
  DomainError,
  longestBulletin,
  longestBulletinTitle,
  type Clock,
} from 'grid-data';
import { randomUUID } from 'node:crypto';
import * as queries from './bulletin-queries.ts';
import type { BulletinAnswerRecord, BulletinRecord } from './bulletin-queries.ts';

type IssueAsked = {
  commandId: string;
  kind: string;
  title: string;
  text: string;
  areaCode: string;
  roles: readonly string[];
  dueAt?: Date | null;
  photoIds?: readonly string[] | null;
};

type AnswerAsked = {
  commandId: string;
  id: string;
  finding?: string | null;
  text?: string | null;
  position?: Position | null;
  photoIds?: readonly string[] | null;
  answeredAt?: Date | null;
};

type Parts = { database: Database; clock: Clock; areas: AreaService };

export type BulletinService = ReturnType<typeof createBulletinService>;

const mostListed = 100;

export function createBulletinService({ database, clock, areas }: Parts) {
  const read = async (viewer: Viewer, id: string): Promise<BulletinRecord> =>
    (await database.inScope(viewer, (db) =>
      queries.bulletinById(db, viewer, { id, to: 'anybody' }),
    )) ?? unknown();

  /** What a phone says about a time: before the bulletin or in the future nothing was read. */
  const takeInTime = (said: Date | null | undefined, { issuedAt }: BulletinRecord): Date => {
    const now = clock.now();
    if (!said || said > now) return now;
    return said < issuedAt ? issuedAt : said;
  };

  return {
    mine: (viewer: Viewer) =>
      database.inScope(viewer, (db) => queries.bulletinsTo(db, viewer, mostListed)),

    list(viewer: Viewer, asked: { kind?: string | null; first: number }) {
      requirePermission(viewer, 'bulletin.issue');
      const kind = asked.kind ? takeInWord(asked.kind, bulletinKinds, 'kind') : null;
      const first = Math.min(mostListed, Math.max(1, asked.first));
      return database.inScope(viewer, (db) =>
        queries.bulletinsInReach(db, viewer, { kind, first }),
      );
    },

    async byId(viewer: Viewer, id: string): Promise<BulletinRecord | null> {
      requirePermission(viewer, 'bulletin.issue');
      if (!isUuid(id)) return null;
      return database.inScope(viewer, (db) =>
        queries.bulletinById(db, viewer, { id, to: 'anybody' }),
      );
    },

    recipients(viewer: Viewer, bulletin: BulletinRecord) {
      requirePermission(viewer, 'bulletin.issue');
      return database.inScope(viewer, (db) => queries.recipientsOf(db, viewer, bulletin));
    },

    counts(viewer: Viewer, ids: readonly string[]) {
      requirePermission(viewer, 'bulletin.issue');
      return database.inScope(viewer, (db) => queries.countsOf(db, viewer, ids));
    },

    answers(viewer: Viewer, ids: readonly string[], of: 'viewer' | 'all') {
      if (of === 'all') requirePermission(viewer, 'bulletin.issue');
      return database.inScope(viewer, (db) => queries.answersTo(db, viewer, { ids, of }));
    },

    photos: (viewer: Viewer, ids: readonly string[]) =>
      database.inScope(viewer, (db) => photosOfSubjects(db, viewer, ids)),

    async issue(viewer: Viewer, asked: IssueAsked): Promise<BulletinRecord> {
      requirePermission(viewer, 'bulletin.issue');
      const words = takeInBulletin(asked, clock.now());
      const [area] = await areas.byCode(viewer, [asked.areaCode]);
      if (area === undefined) {
        throw invalidField('input.areaCode', 'is no area of your scope', 'unknown-code');
      }
      const photoIds = takeInPhotoIds(asked.photoIds);
      const command = { commandId: asked.commandId, kind: 'bulletin.issue' };
      const id = await database.command(viewer, command, async (tx) => {
        const made = {
          ...words,
          id: randomUUID(),
          areaCode: area.code,
          areaName: area.name,
          issuedById: viewer.userId,
          issuedBy: viewer.displayName,
          issuedAt: clock.now(),
        };
        await queries.insertBulletin(tx, made);
        const { areaCode } = made;
        await takeFieldPhotos(tx, viewer, { kind: 'bulletin', id: made.id, areaCode }, photoIds);
        const { kind, roles, dueAt } = words;
        tx.record({
          kind: 'bulletin.issued',
          ...about(made),
          payload: { kind, roles, dueAt: dueAt?.toISOString() ?? null },
        });
        return made.id;
      });
      return read(viewer, id);
    },

    async end(
      viewer: Viewer,
      { commandId, id }: { commandId: string; id: string },
    ): Promise<BulletinRecord> {
      requirePermission(viewer, 'bulletin.issue');
      await database.command(viewer, { commandId, kind: 'bulletin.end' }, async (tx) => {
        const bulletin = isUuid(id)
          ? await queries.bulletinById(tx, viewer, { id, to: 'anybody' })
          : null;
        if (bulletin === null) return unknown();
        if (!seesArea(viewer, bulletin.areaCode)) {
          throw new DomainError('not-allowed', 'it comes from above', { reason: 'from-above' });
        }
        if (!(await queries.endBulletin(tx, viewer, { id, at: clock.now() }))) return;
        const { kind } = bulletin;
        tx.record({ kind: 'bulletin.ended', ...about(bulletin), payload: { kind } });
      });
      return read(viewer, id);
    },

    async markRead(
      viewer: Viewer,
      asked: { commandId: string; id: string; readAt?: Date | null },
    ): Promise<boolean> {
      const { commandId, id } = asked;
      await database.command(viewer, { commandId, kind: 'bulletin.read' }, async (tx) => {
        const bulletin = isUuid(id)
          ? await queries.bulletinById(tx, viewer, { id, to: 'viewer' })
          : null;
        if (bulletin === null) return unknown();
        const readAt = takeInTime(asked.readAt, bulletin);
        if (!(await queries.insertReceipt(tx, viewer, { id, readAt }))) return;
        tx.record({
          kind: 'bulletin.read',
          ...about({ id, areaCode: viewer.areaCode }),
          payload: { readAt: readAt.toISOString() },
        });
      });
      return true;
    },

    async answer(viewer: Viewer, asked: AnswerAsked): Promise<BulletinAnswerRecord> {
      const photoIds = takeInPhotoIds(asked.photoIds);
      const text = takeInText(asked.text, longestBulletin, 'input.text');
      const finding = asked.finding
        ? takeInWord(asked.finding, assistFindings, 'input.finding')
        : null;
      const position = asked.position ? takeInPosition(asked.position, 'input.position') : null;
      const command = { commandId: asked.commandId, kind: 'bulletin.answer' };
      const answerId = await database.command(viewer, command, async (tx) => {
        const bulletin = isUuid(asked.id)
          ? await queries.bulletinById(tx, viewer, { id: asked.id, to: 'viewer' })
          : null;
        if (bulletin === null) return unknown();
        if (bulletin.kind === 'assist' && finding === null) {
          throw invalidField('input.finding', 'has to be said of an assist order', 'missing');
        }
        if (bulletin.kind === 'notice' && text === null) {
          throw invalidField('input.text', 'an answer needs words', 'missing');
        }
        const answeredAt = takeInTime(asked.answeredAt, bulletin);
        const id = randomUUID();
        await queries.insertAnswer(tx, viewer, {
          id,
          bulletinId: bulletin.id,
          finding: bulletin.kind === 'assist' ? finding : null,
          text,
          longitude: position?.longitude ?? null,
          latitude: position?.latitude ?? null,
          answeredAt,
          takenAt: clock.now(),
        });
        // Whoever answers has read.
        await queries.insertReceipt(tx, viewer, { id: bulletin.id, readAt: answeredAt });
        const { areaCode } = viewer;
        await takeFieldPhotos(tx, viewer, { kind: 'bulletin-answer', id, areaCode }, photoIds);
        tx.record({
          kind: 'bulletin.answered',
          ...about({ id: bulletin.id, areaCode }),
          position,
          payload: { finding, photos: photoIds.length },
        });
        return id;
      });
      const [answer] = await database.inScope(viewer, (db) =>
        queries.answersTo(db, viewer, { ids: [asked.id], of: { answerId } }),
      );
      return answer ?? unknown();
    },
  };
}

function takeInBulletin(asked: IssueAsked, now: Date) {
  const kind = takeInWord(asked.kind, bulletinKinds, 'input.kind');
  const title = takeInText(asked.title, longestBulletinTitle, 'input.title');
  const text = takeInText(asked.text, longestBulletin, 'input.text');
  if (title === null) throw invalidField('input.title', 'is missing', 'missing');
  if (text === null) throw invalidField('input.text', 'is missing', 'missing');
  const roles = [...new Set(takeInWords(asked.roles, bulletinRoles, 'input.roles') ?? [])];
  if (roles.length === 0) throw invalidField('input.roles', 'is missing', 'missing');
  const dueAt = kind === 'assist' ? (asked.dueAt ?? null) : null;
  if (dueAt !== null && dueAt <= now) {
    throw invalidField('input.dueAt', 'lies in the past', 'out-of-range');
  }
  return { kind, title, text, roles, dueAt };
}

const about = ({ id, areaCode }: { id: string; areaCode: string }) =>
  ({ areaCode, subjectKind: 'bulletin', subjectId: id }) as const;

function unknown(): never {
  throw new DomainError('not-found', 'no such bulletin is for you', { reason: 'unknown-bulletin' });
}
