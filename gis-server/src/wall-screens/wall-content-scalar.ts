import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { DomainError, wallContent, type WallContent as Content } from 'grid-data';

/** A content from outside is checked in full before anything is done with it. */
function takeIn(value: unknown): Content {
  const parsed = wallContent.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const field = ['content', ...(first?.path ?? [])].join('.');
  throw new DomainError(
    'invalid-input',
    `${field}: ${first?.message ?? 'is no content of a wall'}`,
    {
      reason: 'bad-content',
      details: { field },
    },
  );
}

export const WallContent = new GraphQLScalarType<Content, Content>({
  name: 'WallContent',
  description:
    'What stands on a wall: tiles with their places in millimetres, as in grid-data/src/domain/wall/wall-content.ts.',
  serialize: (value) => value as Content,
  parseValue: takeIn,
  parseLiteral: (node, variables) => takeIn(valueFromASTUntyped(node, variables)),
});
