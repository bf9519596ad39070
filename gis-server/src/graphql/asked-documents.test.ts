/** What the client asks is answered: none of its documents asks more than the limits allow. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  visit,
} from 'graphql';
import type { DocumentNode, GraphQLInputType, OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { checkQueryLimits } from './query-limits.ts';

const clientFolder = join(import.meta.dirname, '../../../command-center/src');
/** Where a page's size is the client's to say, it says no more; those whose rows are heavy say less. */
const mostAsked = 200;
const askedOfHeavy: Readonly<Record<string, number>> = { LinkageFirings: 50, ViewRequests: 50 };

const schema = buildSchema(textsIn(join(import.meta.dirname, '../../schema')));
const written = parse(textsIn(clientFolder));
const asked = withTypeNames(written);
/** The field asks as it is written, everybody else with the names of types that the client's cache wants. */
const ofField = new Set(operationsOf(parse(textsIn(join(clientFolder, 'field')))).map(nameOf));
const operations = operationsOf(asked).map((operation) => [nameOf(operation), operation] as const);

test.each(operations)('%s is within the limits', (name, operation) => {
  const variables = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      someValue(typeFromAST(schema, type) as GraphQLInputType, askedOfHeavy[name] ?? mostAsked),
    ]),
  );
  const document = ofField.has(name) ? written : asked;
  const own = operationsOf(document).find((each) => nameOf(each) === name)!;
  expect(() => checkQueryLimits(schema, document, own, variables)).not.toThrow();
});

test('there are documents to be looked at', () => {
  expect(operations.length).toBeGreaterThan(100);
});

function textsIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

function operationsOf({ definitions }: DocumentNode): OperationDefinitionNode[] {
  return definitions.filter(
    (each): each is OperationDefinitionNode =>
      each.kind === Kind.OPERATION_DEFINITION && each.operation !== 'subscription',
  );
}

function nameOf({ name }: OperationDefinitionNode): string {
  return name?.value ?? '';
}

function withTypeNames(document: DocumentNode): DocumentNode {
  const typeName = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
  return visit(document, {
    SelectionSet: {
      leave: (set, _key, parent) =>
        parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
          ? undefined
          : { ...set, selections: [...set.selections, typeName] },
    },
  });
}

function someValue(type: GraphQLInputType, size: number): unknown {
  if (isNonNullType(type)) return someValue(type.ofType as GraphQLInputType, size);
  if (isListType(type)) return [];
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(fields.map((field) => [field.name, someValue(field.type, size)]));
  }
  const samples: Record<string, unknown> = { Int: size, Float: 1, Boolean: true };
  return samples[named.name] ?? 'x';
}
