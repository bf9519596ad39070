/** Subscriptions on /graphql by WebSocket (graphql-transport-ws): for signed-in pages of our own, and nothing else. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Viewer } from '#access/viewer.ts';
import {
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { DocumentNode, ExecutionArgs, GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { DomainError } from 'grid-data';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { RequestContext } from '../context.ts';
import type { formatErrorWith } from '../error-mapping.ts';
import { checkTexts } from '../check-texts.ts';
import { checkQueryLimits, queryLimits } from '../query-limits.ts';
import { SharedExecution } from './shared-execution.ts';
import type { FormatErrors } from './shared-execution.ts';

export type SubscriptionParts = {
  schema: GraphQLSchema;
  formatError: ReturnType<typeof formatErrorWith>;
  development: boolean;
  contextOf: (viewer: Viewer | null) => RequestContext;
  viewerOf: (request: IncomingMessage) => Promise<Viewer | null>;
  isAllowedOrigin: (request: IncomingMessage) => boolean;
};

/** One page needs few; a socket that asks for more is a mistake or worse. */
const subscriptionsPerSocket = 20;
const maxMessageBytes = 256 * 1024;

/** Close codes: 4401 ends a client's retries until somebody signs in, 4403 lets it come back with its new rights. */
const closeUnauthorized = 4401;
const closeForbidden = 4403;

/** What a socket may do, decided once when it connects and ended from outside when the right ends. */
type Connection = { viewer: Viewer };

export function startSubscriptions(parts: SubscriptionParts) {
  const { viewerOf, isAllowedOrigin, contextOf } = parts;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  });
  const connections = new Map<WebSocket, Connection>();
  const shared = new SharedExecution();
  const formatErrors: FormatErrors = (errors) =>
    errors.map((error) => parts.formatError(error.toJSON(), error));
  const viewerAt = (socket: WebSocket): Viewer | null => connections.get(socket)?.viewer ?? null;

  const server = useServer(
    {
      schema: parts.schema,
      async onConnect({ extra: { socket, request } }) {
        const viewer = await viewerOf(request);
        if (viewer === null) {
          socket.close(closeUnauthorized, 'not-signed-in');
          return false;
        }
        connections.set(socket, { viewer });
        socket.once('close', () => connections.delete(socket));
        return true;
      },
      onSubscribe({ extra: { socket }, subscriptions }, _id, payload) {
        const viewer = viewerAt(socket);
        if (viewer === null) return [asGraphQLError(new DomainError('not-signed-in', 'sign in'))];
        if (Object.keys(subscriptions).length > subscriptionsPerSocket) {
          const message = `a connection carries ${subscriptionsPerSocket} subscriptions at most`;
          return [asGraphQLError(new DomainError('invalid-input', message))];
        }
        return execution(parts, payload, () => contextOf(viewer));
      },
      subscribe: (args) => shared.subscribe(args, freshContext(args), formatErrors) as never,
      // The answer as it was shared, with its errors already formatted.
      onNext: (...hook) => hook[4] as never,
      onError: (_ctx, _id, _payload, errors) => formatErrors(errors),
    },
    sockets,
  );

  const endWhere = (is: (viewer: Viewer) => boolean, code: number, reason: string): void => {
    for (const [socket, { viewer }] of connections) if (is(viewer)) socket.close(code, reason);
  };

  return {
    shared,
    handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      if (!isAllowedOrigin(request)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      sockets.handleUpgrade(request, socket, head, (opened) =>
        sockets.emit('connection', opened, request),
      );
    },
    endSession: (sessionId: string, reason: string) =>
      endWhere((viewer) => viewer.sessionId === sessionId, closeUnauthorized, reason),
    /** The rights of a user have changed: the page connects again and gets what it may now have. */
    endUser: (userId: string, reason: string) =>
      endWhere((viewer) => viewer.userId === userId, closeForbidden, reason),
    close: async () => {
      await server.dispose();
    },
  };
}

/** Each entry gets loaders of its own, or it would be told what was true when the subscription began. */
function freshContext(args: ExecutionArgs): () => RequestContext {
  return (args as ExecutionArgs & { freshContext: () => RequestContext }).freshContext;
}

function execution(
  { schema, development }: SubscriptionParts,
  payload: SubscribePayload,
  contextOf: () => RequestContext,
): (ExecutionArgs & { freshContext: () => RequestContext }) | readonly GraphQLError[] {
  const document = parsed(payload.query);
  if (document instanceof GraphQLError) return [document];
  const rules = development ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const errors = validate(schema, document, rules);
  if (errors.length > 0) return errors.map(asCallersFault);
  const variables = payload.variables ?? {};
  const operation = getOperationAST(document, payload.operationName);
  if (operation?.operation !== 'subscription') {
    return [asCallersFault(new GraphQLError('Only subscriptions are answered here'))];
  }
  try {
    checkQueryLimits(schema, document, operation, variables);
    checkTexts(document, variables);
  } catch (error) {
    return [asGraphQLError(error as Error)];
  }
  return {
    schema,
    document,
    operationName: payload.operationName ?? null,
    variableValues: variables,
    contextValue: contextOf(),
    freshContext: contextOf,
  };
}

function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: queryLimits.tokens });
  } catch (error) {
    return asCallersFault(error as GraphQLError);
  }
}

function asCallersFault(error: GraphQLError): GraphQLError {
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
  return new GraphQLError(error.message, {
    source: error.source ?? null,
    positions: error.positions ?? null,
    nodes: error.nodes ?? null,
    originalError: error.originalError ?? null,
    extensions,
  });
}

function asGraphQLError(originalError: Error): GraphQLError {
  return new GraphQLError(originalError.message, { originalError });
}
