import { signedIn } from '#graphql/context.ts';
import type { RequestContext } from '#graphql/context.ts';
import type { JournalEntryResolvers, Resolvers } from '#graphql/generated.ts';
import type { SubjectKind } from '#journal/journal-row.ts';
import { isFeedSign } from '#live/journal-feed.ts';
import type { FeedEntry } from '#live/journal-feed.ts';
import { DomainError, isJournalKind, journalKinds } from 'grid-data';
import type { JournalKind } from 'grid-data';
import { takeInSeq } from './service.ts';

/** Whoever reads the map or audits acts reads the part of the journal that tells of it. */
function journalReader(context: RequestContext) {
  const viewer = signedIn(context);
  if (viewer.permissions.has('map.read') || viewer.permissions.has('audit.read')) return viewer;
  throw new DomainError('not-allowed', 'the journal is not for this role', {
    reason: 'permission-missing',
  });
}

function takeInKinds(kinds: readonly string[] | null | undefined): JournalKind[] | null {
  if (!kinds) return null;
  return kinds.map((kind, i) => {
    if (isJournalKind(kind)) return kind;
    throw new DomainError('invalid-input', `kinds[${i}]: ${kind.slice(0, 40)} is no kind`, {
      reason: 'unknown-word',
      details: { field: `kinds[${i}]`, known: journalKinds },
    });
  });
}

/** The id of the thing a row is about, where it is a thing of this kind. */
function subjectOf(entry: FeedEntry, kind: SubjectKind): string | null {
  return isFeedSign(entry) || entry.subjectKind !== kind ? null : entry.subjectId;
}

const entryResolvers: JournalEntryResolvers = {
  actorName: (entry) => (isFeedSign(entry) ? null : entry.actorName),
  areaCode: (entry) => (isFeedSign(entry) ? null : entry.areaCode),
  subjectKind: (entry) => (isFeedSign(entry) ? null : entry.subjectKind),
  subjectId: (entry) => (isFeedSign(entry) ? null : entry.subjectId),
  position: (entry) => (isFeedSign(entry) ? null : entry.position),
  payload: (entry) => (isFeedSign(entry) ? {} : entry.payload),
  incident(entry, _, { loaders }) {
    const id = subjectOf(entry, 'incident');
    return id === null ? null : loaders.incident.load(id);
  },
  camera(entry, _, { loaders }) {
    const id = subjectOf(entry, 'camera');
    return id === null ? null : loaders.camera.load(id);
  },
  cityComponent(entry, _, { loaders }) {
    const code = subjectOf(entry, 'city-component');
    return code === null ? null : loaders.cityComponent.load(code);
  },
};

export const historyResolvers: Resolvers = {
  Query: {
    journal: (_, question, context) =>
      context.services.history.newestFirst(journalReader(context), question),
    journalHead: (_, __, context) => context.services.history.head(journalReader(context)),
  },
  Subscription: {
    journal: {
      subscribe: (_, { afterSeq, kinds }, context) =>
        context.services.wall.hearing.through(
          journalReader(context),
          context.services.feed.subscribe(journalReader(context), {
            afterSeq: takeInSeq(afterSeq, 'afterSeq'),
            kinds: takeInKinds(kinds),
          }),
        ),
      resolve: (entry: FeedEntry) => entry,
    },
  },
  JournalEntry: entryResolvers,
};
