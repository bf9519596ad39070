/** The one Apollo Client of the page: queries over HTTP, the journal over one WebSocket. */
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { keyFields } from './key-fields.ts';
import { onSocketClosed, tellSessionNews } from './session-news.ts';
import { writeBlock } from './write-block.ts';

const scheme = location.protocol === 'https:' ? 'wss' : 'ws';

/** The journal feed itself reconnects, from the last row it saw: the socket must not do it behind its back. */
export const journalSocket = createClient({
  url: `${scheme}://${location.host}/graphql`,
  lazy: true,
  retryAttempts: 0,
  shouldRetry: () => false,
  on: { closed: onSocketClosed },
});

const errors = new ErrorLink(({ error }) => {
  if (!CombinedGraphQLErrors.is(error)) return;
  if (error.errors.some((each) => each.extensions?.['code'] === 'UNAUTHENTICATED'))
    tellSessionNews('ended');
});

const transport = ApolloLink.split(
  ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
  new GraphQLWsLink(journalSocket),
  new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
);

export const gisClient = new ApolloClient({
  link: ApolloLink.from([errors, writeBlock, transport]),
  cache: new InMemoryCache({ typePolicies: keyFields }),
  // What is asked because the journal told of something must not be answered by what was asked before it.
  queryDeduplication: false,
});
