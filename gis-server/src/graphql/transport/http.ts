/** The graph over POST: Apollo Server with everything a closed network does not need switched off. */
import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { DomainError } from 'grid-data';
import type { Viewer } from '#access/viewer.ts';
import type { RequestContext } from '../context.ts';
import type { formatErrorWith } from '../error-mapping.ts';
import { checkTexts } from '../check-texts.ts';
import { checkQueryLimits, queryLimits } from '../query-limits.ts';

export type GraphOverHttp = {
  schema: GraphQLSchema;
  formatError: ReturnType<typeof formatErrorWith>;
  /** Introspection and hints: open in development only. */
  development: boolean;
};

function queryLimitsPlugin(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ document, operation, request, contextValue }) {
          if (operation === undefined) return Promise.resolve();
          const variables = request.variables ?? {};
          refuseAsBadRequest(() => {
            if (operation.operation === 'subscription') throw onlyByWebSocket();
            if (operation.operation === 'mutation') requireHands(contextValue.viewer);
            checkQueryLimits(schema, document, operation, variables);
            checkTexts(document, variables);
          });
          return Promise.resolve();
        },
      }),
  };
}

/** The device of a screen changes nothing: whoever gets hold of it in the hall can look, as anybody there can. */
function requireHands(viewer: Viewer | null): void {
  if (viewer?.screenId == null) return;
  throw new DomainError('not-allowed', 'a screen reads and does nothing else', {
    reason: 'screen-reads-only',
  });
}

function onlyByWebSocket(): DomainError {
  return new DomainError('invalid-input', 'Subscriptions are answered by WebSocket only', {
    reason: 'subscription-by-post',
  });
}

/** Apollo takes a thrown GraphQLError for an answer, anything else for a bug of the plugin. */
function refuseAsBadRequest(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const extensions = { http: { status: 400 } };
    throw new GraphQLError(error.message, { originalError: error, extensions });
  }
}

export async function startApollo({ schema, formatError, development }: GraphOverHttp) {
  const apollo = new ApolloServer<RequestContext>({
    schema,
    formatError,
    introspection: development,
    hideSchemaDetailsFromClientErrors: !development,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: queryLimits.tokens },
    plugins: [
      queryLimitsPlugin(schema),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}
