import { buildSchema, parse } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { DomainError } from 'grid-data';
import { describe, expect, it } from 'vitest';
import { checkQueryLimits } from './query-limits.ts';

const schema = buildSchema(`
  type Area { name: String!, children: [Area!]!, things(first: Int! = 50): ThingPage!, counts: Counts! }
  type Counts { cameras: Int! }
  type Thing { id: ID!, area: Area!, others(first: Int! = 20): [Thing!]! }
  type ThingPage { nodes: [Thing!]! }
  type Query { area: Area, things(first: Int! = 50): ThingPage! }
  type Subscription { area: Area }
`);

function refusal(text: string, variables: Record<string, unknown> = {}): string | null {
  const document = parse(text);
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === 'OperationDefinition',
  )!;
  try {
    checkQueryLimits(schema, document, operation, variables);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.reason;
    throw error;
  }
}

const nest = (depth: number): string => (depth === 0 ? 'name' : `children { ${nest(depth - 1)} }`);

describe('a document', () => {
  it('may go down the tree of areas, but not for ever', () => {
    expect(refusal(`{ area { ${nest(2)} } }`)).toBeNull();
    expect(refusal(`{ area { ${nest(7)} } }`)).toBe('query-depth');
    expect(refusal(`subscription { area { ${nest(7)} } }`)).toBe('query-depth');
  });

  it('may not hide its depth in fragments', () => {
    const text = `query { area { ...a } } fragment a on Area { ${nest(3)} children { ...b } } fragment b on Area { ${nest(6)} }`;
    expect(refusal(text)).toBe('query-depth');
    expect(refusal(`{ area { ... on Area { ${nest(7)} } } }`)).toBe('query-depth');
  });

  it('may not ask the same under a hundred names', () => {
    const aliases = Array.from({ length: 16 }, (_, i) => `a${i}: area { name }`).join(' ');
    expect(refusal(`{ ${aliases} }`)).toBe('query-aliases');
    expect(refusal(`{ ...f } fragment f on Query { ${aliases} }`)).toBe('query-aliases');
  });

  it('may not carry a load of directives', () => {
    const directives = '@include(if: true) '.repeat(21);
    expect(refusal(`{ area { name ${directives} } }`)).toBe('query-directives');
  });

  it('pays for lists inside lists, by the sizes it asks for', () => {
    const page = (first: string) =>
      `things(first: ${first}) { nodes { others(first: ${first}) { id } } }`;
    expect(refusal(`{ ${page('50')} }`)).toBeNull();
    expect(refusal(`{ ${page('500')} }`)).toBe('query-cost');
    expect(refusal(`query ($n: Int!) { ${page('$n')} }`, { n: 500 })).toBe('query-cost');
    expect(refusal(`query ($n: Int! = 500) { ${page('$n')} }`)).toBe('query-cost');
    expect(refusal(`{ area { ${nest(5).replace('name', 'name children { name }')} } }`)).toBe(
      'query-cost',
    );
  });

  it('pays for counts what they cost, and may ask for those of a county’s villages once', () => {
    const villages = (counts: string) => `{ area { children { children { ${counts} } } } }`;
    expect(refusal(villages('counts { cameras }'))).toBeNull();
    expect(refusal(villages('a: counts { cameras } b: counts { cameras }'))).toBe('query-cost');
  });

  it('whose fragments double at each step is measured at once', () => {
    const steps = Array.from(
      { length: 60 },
      (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`,
    );
    const text = `{ ...f0 } ${steps.join(' ')} fragment f60 on Query { area { name } }`;
    const before = performance.now();
    expect(refusal(text)).toBe('query-cost');
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
