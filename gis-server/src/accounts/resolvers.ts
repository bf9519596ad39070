import { seesArea } from '#access/scope.ts';
import { areaOf } from '#areas/resolvers.ts';
import { dutyPurposes } from '#camera-views/view-decision.ts';
import { signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { decodeCursor, pageOf, pageSize } from '#graphql/page.ts';
import { isUuid, takeInText } from '#graphql/take-in.ts';
import { DomainError } from 'grid-data';

function accountId(id: string): string {
  if (isUuid(id)) return id;
  throw new DomainError('not-found', 'there is no such account in your area', {
    reason: 'unknown-account',
  });
}

function outsideScope(areaCode: string): DomainError {
  return new DomainError('not-found', `there is no area ${areaCode.slice(0, 20)} in your scope`, {
    reason: 'unknown-area',
    details: { field: 'areaCode' },
  });
}

export const accountResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer,
    async accounts(_, { first, after, search }, context) {
      const viewer = signedIn(context);
      const size = pageSize('accounts', first);
      const rows = await context.services.accounts.list(viewer, {
        limit: size + 1,
        afterName: after ? decodeCursor(after, ['string'])[0] : '',
        search: takeInText(search, 100, 'search') ?? '',
      });
      return pageOf(rows, size, (row) => [row.name]);
    },
    duties(_, { areaCode }, context) {
      const viewer = signedIn(context);
      const code = areaCode ?? viewer.areaCode;
      if (!seesArea(viewer, code)) throw outsideScope(code);
      return context.services.duties.onDuty(code);
    },
  },
  Mutation: {
    createAccount: (_, { input }, context) =>
      context.services.accounts.create(signedIn(context), {
        ...input,
        departmentCode: input.departmentCode ?? null,
        displayName: takeInText(input.displayName, 60, 'input.displayName') ?? input.name,
      }),
    moveAccount: (_, move, context) =>
      context.services.accounts.move(signedIn(context), {
        ...move,
        id: accountId(move.id),
        departmentCode: move.departmentCode ?? null,
      }),
    resetAccount: (_, change, context) =>
      context.services.accounts.reset(signedIn(context), { ...change, id: accountId(change.id) }),
    closeAccount: (_, change, context) =>
      context.services.accounts.close(signedIn(context), { ...change, id: accountId(change.id) }),
    signInForDuty: (_, { commandId, post }, context) =>
      context.services.duties.signIn(signedIn(context), {
        commandId,
        post: post === 'LEADER' ? 'leader' : 'shift-leader',
      }),
    signOutOfDuty: (_, signOut, context) =>
      context.services.duties.signOut(signedIn(context), signOut),
  },
  Viewer: {
    permissions: ({ permissions }) => [...permissions],
    dutyPurposes: (viewer) => [...dutyPurposes(viewer)],
    area: ({ areaCode }, _, context) => areaOf(areaCode, context),
    duty: (viewer, _, { services }) => services.duties.dutyOf(viewer),
  },
  Account: {
    displayName: (row) => row.display_name,
    area: (row, _, context) => areaOf(row.area_code, context),
    departmentCode: (row) => row.department_code,
    closedAt: (row) => row.closed_at,
    lastSignInAt: (row) => row.last_sign_in_at,
  },
  Duty: {
    area: (row, _, context) => areaOf(row.area_code, context),
    post: (row) => (row.post === 'leader' ? 'LEADER' : 'SHIFT_LEADER'),
    displayName: (row) => row.display_name,
    userId: (row) => row.user_id,
    signedInAt: (row) => row.signed_in_at,
    signedOutAt: (row) => row.signed_out_at,
  },
};
