/** Refuses what is no text: NUL and halves of letters, which no database keeps and no screen shows. */
import { Kind, visit } from 'graphql';
import type { DocumentNode } from 'graphql';
import { DomainError } from 'grid-data';

export function isText(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed();
}

function refuse(where: string): never {
  throw new DomainError('invalid-input', `${where} has a character that is no text`, {
    reason: 'not-text',
    details: { field: where },
  });
}

/** Every text of a question: in its variables, named by their path, and in the document itself. */
export function checkTexts(document: DocumentNode, variables: Record<string, unknown>): void {
  // A list of its own instead of the call stack: variables may nest as deep as a body is long.
  const waiting: [path: string, value: unknown][] = [['', variables]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, value] = next;
    if (typeof value === 'string' && !isText(value)) refuse(path);
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      // Deep down the place is told by its outer part: paths would grow with the square of the depth.
      const longer =
        path.length > 200 ? path : `${path}${path === '' ? '' : '.'}${key.slice(0, 40)}`;
      waiting.push([longer, inner]);
    }
  }
  visit(document, {
    Argument: (argument) => {
      visit(argument.value, {
        [Kind.STRING]: ({ value }) => (isText(value) ? undefined : refuse(argument.name.value)),
      });
    },
  });
}
