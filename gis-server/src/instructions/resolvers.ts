import { mapReader, signedIn } from '#graphql/context.ts';
import type { Resolvers } from '#graphql/generated.ts';
import { DomainError } from 'grid-data';
import { mayReceive } from './service.ts';

export const instructionResolvers: Resolvers = {
  Query: {
    instructions: (_, asked, context) =>
      context.services.instructions.list(mapReader(context), {
        areaCode: asked.areaCode ?? null,
        incidentId: asked.incidentId ?? null,
        waitingOnly: asked.waitingOnly ?? null,
        first: asked.first,
      }),
  },
  Mutation: {
    giveInstruction: (_, { input }, context) =>
      context.services.instructions.give(signedIn(context), input),
    receiveInstruction: (_, asked, context) =>
      context.services.instructions.receive(signedIn(context), asked),
  },
  Instruction: {
    incident: async ({ incidentId }, _, { loaders }) => {
      const incident = await loaders.incident.load(incidentId);
      if (incident !== null) return incident;
      throw new DomainError('not-found', 'the incident is not in your scope', {
        reason: 'unknown-incident',
      });
    },
    receivable: (instruction, _, context) =>
      instruction.receivedAt === null && mayReceive(signedIn(context), instruction),
  },
};
