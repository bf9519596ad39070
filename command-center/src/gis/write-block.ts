/**
 * Whoever looks at the past must not act on it: while it shows, commands are refused before they leave the page. To
 * look is no act: the cameras of an alarm that comes meanwhile open as ever.
 */
import { ApolloLink, Observable } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { OperationTypeNode } from 'graphql';

let blocked = false;
const look = 'OpenCameraView';

export function setWritesBlocked(next: boolean): void {
  blocked = next;
}

export const writeBlock = new ApolloLink((operation, forward) => {
  const acts =
    operation.operationType === OperationTypeNode.MUTATION && operation.operationName !== look;
  if (!blocked || !acts) return forward(operation);
  return new Observable((observer) => {
    observer.error(
      new CombinedGraphQLErrors({
        errors: [
          {
            message: 'the past is shown',
            extensions: { code: 'CONFLICT', kind: 'conflict', reason: 'replaying' },
          },
        ],
      }),
    );
  });
});
