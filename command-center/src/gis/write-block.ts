/**
 * Whoever looks at the past must not act on it: while it shows, commands are refused before they leave the page. To
 * look is no act: the cameras of an alarm that comes meanwhile open as ever, recordings of the
 * moment play, and what was may be taken out as a file.
 */
import { ApolloLink, Observable } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { OperationTypeNode } from 'graphql';

let blocked = false;
const looks: readonly (string | undefined)[] = ['OpenCameraView', 'OpenRecording', 'ExportReplay'];

export function setWritesBlocked(next: boolean): void {
  blocked = next;
}

export const writeBlock = new ApolloLink((operation, forward) => {
  const acts =
    operation.operationType === OperationTypeNode.MUTATION &&
    !looks.includes(operation.operationName);
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
