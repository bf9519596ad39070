import { signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';

export const reporterResolvers: Resolvers = {
  Query: {
    async knownOrder(_, asked, context) {
      const known = await context.services.intake.known(signedIn(context), asked);
      if (known === null) return null;
      const { incidentId, revision } = known;
      return { revision, incident: await context.loaders.incident.load(incidentId) };
    },
  },
  Mutation: {
    unmaskReporter: (_, asked, context) =>
      context.services.reporters.unmask(signedIn(context), asked),
    async callBackReporter(_, asked, context) {
      const id = await context.services.reporters.callBack(signedIn(context), asked);
      return (await context.loaders.incident.load(id))!; // it was there when the call was written down
    },
  },
  Incident: {
    reporter: ({ id }, _, { loaders }) => loaders.reporter.load(id),
    callBacks: ({ id }, _, { loaders }) => loaders.callBacks.load(id),
    order: ({ id }, _, { loaders }) => loaders.order.load(id),
  },
};
