/** What a document may ask at most. Checked after validation, so fragments are known to exist and to be acyclic. */
import {
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { DomainError } from 'grid-data';

export const queryLimits = {
  /** Lexer tokens of a document; graphql-js stops parsing there. */
  tokens: 2_000,
  depth: 8,
  aliases: 15,
  directives: 20,
  /** Fields that could be answered, lists counted by their page size. */
  cost: 30_000,
} as const;

/** Fields whose answer costs the database more than a field of a row: counts look at everything in their area. */
const fieldCosts: Readonly<Record<string, number>> = {
  'Area.counts': 50,
  'Bulletin.recipients': 50,
  'Query.worklists': 50,
  'Query.evaluation': 500,
  'Query.evaluationRows': 500,
  'Query.evaluationGroups': 1_000,
  'Query.evaluatedComponents': 500,
  'Query.evaluatedCameras': 500,
  'Query.scorecard': 3_000,
  'Incident.dispatchAdvice': 10,
  'Incident.suspectedDuplicates': 10,
  'Query.groundCounts': 500,
  'Query.coverage': 3_000,
  'Query.siteSuggestions': 6_000,
  'Query.travelRing': 500,
  'Query.sightArea': 500,
  'Query.situation': 500,
  'Query.situationRows': 2_000,
};

/** Lists without a `first` argument, by their usual length. */
const plainListSize = 20;
/** Those that are known to be shorter, and lie in each other. */
const listSizes: Readonly<Record<string, number>> = {
  // As many as its parent's `first`.
  'EvaluationRows.nodes': 1,
  'EvaluatedComponents.nodes': 1,
  'EvaluatedCameras.nodes': 1,
  'CameraUseLooks.nodes': 1,
  'UnwatchedCameras.nodes': 1,
  'LinkageFiring.outcomes': 4,
  'LinkageOutcome.cameras': 6,
};

type Measure = { depth: number; aliases: number; directives: number; cost: number };
type Scene = {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  /** A fragment spread a thousand times is measured once per type. */
  measured: Map<string, Measure>;
};

const nothing: Measure = { depth: 0, aliases: 0, directives: 0, cost: 0 };

function together(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    cost: a.cost + b.cost,
  };
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}

function firstOf(scene: Scene, parent: GraphQLObjectType, field: FieldNode): number | null {
  const definition = parent.getFields()[field.name.value];
  if (!definition?.args.some((arg) => arg.name === 'first')) return null;
  const first = getArgumentValues(definition, field, scene.variables)['first'];
  return typeof first === 'number' && first > 0 ? first : 1;
}

/** A page type has its size from its parent's `first`, so `nodes` itself must not multiply again. */
function childFactor(
  scene: Scene,
  parent: GraphQLObjectType,
  field: FieldNode,
  type: GraphQLOutputType,
): number {
  const first = firstOf(scene, parent, field);
  if (first !== null) return first;
  if (!isList(type)) return 1;
  if (parent.name.endsWith('Page')) return 1;
  return listSizes[`${parent.name}.${field.name.value}`] ?? plainListSize;
}

function measureField(scene: Scene, parent: GraphQLObjectType, field: FieldNode): Measure {
  const own: Measure = {
    depth: 1,
    aliases: field.alias === undefined ? 0 : 1,
    directives: field.directives?.length ?? 0,
    cost: fieldCosts[`${parent.name}.${field.name.value}`] ?? 1,
  };
  // Introspection is closed outside development; its documents nest deeper than any question about the city.
  if (field.name.value.startsWith('__')) return own;
  const type = parent.getFields()[field.name.value]?.type;
  if (type === undefined || field.selectionSet === undefined) return own;
  const named = getNamedType(type);
  if (!isObjectType(named)) return own;
  const inner = measureSelections(scene, named, field.selectionSet);
  const factor = childFactor(scene, parent, field, type);
  return {
    depth: inner.depth + 1,
    aliases: own.aliases + inner.aliases,
    directives: own.directives + inner.directives,
    cost: own.cost + factor * inner.cost,
  };
}

function measureFragment(scene: Scene, name: string, parent: GraphQLObjectType): Measure {
  const key = `${name} on ${parent.name}`;
  const known = scene.measured.get(key);
  if (known !== undefined) return known;
  const fragment = scene.fragments.get(name);
  const measure =
    fragment === undefined ? nothing : measureSelections(scene, parent, fragment.selectionSet);
  scene.measured.set(key, measure);
  return measure;
}

function measureSelections(
  scene: Scene,
  parent: GraphQLObjectType,
  { selections }: SelectionSetNode,
): Measure {
  let total = nothing;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      total = together(total, measureField(scene, parent, selection));
      continue;
    }
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? measureFragment(scene, selection.name.value, parent)
        : measureSelections(scene, parent, selection.selectionSet);
    const directives = selection.directives?.length ?? 0;
    total = together(total, together(inner, { ...nothing, directives }));
  }
  return total;
}

/** Refuses an operation that asks too much, with the limit and what it asked. */
export function checkQueryLimits(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const root = schema.getRootType(operation.operation);
  if (!root) return;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  // Defaults of the operation's own variables count too; wrong variables are execution's to refuse.
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced === undefined) return;
  const scene = { schema, fragments, variables: coerced, measured: new Map<string, Measure>() };
  const measure = measureSelections(scene, root, operation.selectionSet);
  for (const what of ['depth', 'aliases', 'directives', 'cost'] as const) {
    if (measure[what] <= queryLimits[what]) continue;
    throw new DomainError(
      'invalid-input',
      `The document's ${what} is ${measure[what]}, at most ${queryLimits[what]} is answered`,
      {
        reason: `query-${what}`,
        details: {
          limit: queryLimits[what],
          asked: Math.min(measure[what], Number.MAX_SAFE_INTEGER),
        },
      },
    );
  }
}
