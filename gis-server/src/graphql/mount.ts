/** The graph as the process mounts it: POST /graphql, subscriptions on the same path, GraphiQL in development. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Viewer } from '#access/viewer.ts';
import { koaMiddleware } from '@as-integrations/koa';
import { DomainError } from 'grid-data';
import type { Context, Middleware } from 'koa';
import type { RequestContext } from './context.ts';
import { formatErrorWith } from './error-mapping.ts';
import { createLoaders } from './loaders.ts';
import { buildGraphSchema } from './schema.ts';
import { createServices } from './services.ts';
import type { ServiceParts } from './services.ts';
import { graphiqlMiddleware } from './transport/graphiql.ts';
import { startApollo } from './transport/http.ts';
import { startSubscriptions } from './transport/subscriptions.ts';

export type GraphParts = ServiceParts & {
  /** Who holds the session of a request; null for nobody. */
  viewerOf: (request: IncomingMessage) => Promise<Viewer | null>;
  /** Whether a request comes from a page of our own. */
  allowedOrigins: (request: IncomingMessage) => boolean;
  /** Opens introspection and GraphiQL. */
  development: boolean;
};

export type Graph = Awaited<ReturnType<typeof startGraph>>;

export async function startGraph(parts: GraphParts) {
  const { development } = parts;
  const schema = buildGraphSchema();
  const services = createServices(parts);
  const formatError = formatErrorWith({ hints: development });
  const contextOf = (viewer: Viewer | null): RequestContext => ({
    viewer,
    services,
    loaders: createLoaders(viewer, services),
  });
  const apollo = await startApollo({ schema, formatError, development });
  const subscriptions = startSubscriptions({
    schema,
    formatError,
    development,
    contextOf,
    viewerOf: parts.viewerOf,
    isAllowedOrigin: parts.allowedOrigins,
  });
  const answer = koaMiddleware(apollo, {
    context: ({ ctx }) => Promise.resolve(contextOf(viewerIn(ctx))),
  });
  const graphiql = development ? graphiqlMiddleware() : null;

  const middleware: Middleware = async (ctx, next) => {
    if (ctx.path === '/graphql') {
      if (ctx.method !== 'POST') return void ctx.throw(405, { headers: { Allow: 'POST' } });
      if (!parts.allowedOrigins(ctx.req)) {
        throw new DomainError('not-allowed', 'questions come from a page of our own', {
          reason: 'foreign-origin',
        });
      }
      // What is told to one viewer is for no cache on the way.
      ctx.set('Cache-Control', 'private, no-store');
      return answer(ctx, () => Promise.resolve());
    }
    return graphiql === null ? next() : graphiql(ctx, next);
  };

  return {
    services,
    middleware,
    handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      subscriptions.handleUpgrade(request, socket, head),
    endSession: subscriptions.endSession,
    endUser: subscriptions.endUser,
    /** For tests and metrics. */
    subscriptionExecutions: () => subscriptions.shared.executions,
    async close() {
      await subscriptions.close();
      await apollo.stop();
    },
  };
}

function viewerIn(ctx: Context): Viewer | null {
  return (ctx.state['viewer'] as Viewer | null | undefined) ?? null;
}
