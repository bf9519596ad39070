/** Declared styles as MapLibre expressions. */
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { IconSource, LayerPart, Styled } from '../layer.ts';

export type Lookups = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Plain = string | number;

export function styledValue<Value extends Plain>(
  styled: Styled<Value>,
  resolve: (value: Value) => Plain = (value) => value,
): Plain | ExpressionSpecification {
  if (typeof styled !== 'object') return resolve(styled);
  const pairs = Object.entries(styled.values).flatMap(([key, value]) => [key, resolve(value)]);
  if (pairs.length === 0) return resolve(styled.otherwise);
  return [
    'match',
    ['to-string', ['get', styled.attribute]],
    ...pairs,
    resolve(styled.otherwise),
  ] as unknown as ExpressionSpecification;
}

export function iconValue(icon: IconSource, lookups: Lookups): Plain | ExpressionSpecification {
  if (typeof icon === 'object' && 'lookup' in icon) {
    const values = Object.fromEntries(lookups.get(icon.lookup) ?? []);
    return styledValue({ attribute: icon.attribute, values, otherwise: icon.otherwise });
  }
  return styledValue(icon);
}

export function partFilter(part: LayerPart): FilterSpecification | undefined {
  if (!part.only) return undefined;
  const { attribute, values } = part.only;
  return ['in', ['get', attribute], ['literal', [...values]]] as unknown as FilterSpecification;
}

/** How many things a bin stands for. */
export function binCount(counted: readonly string[] | null): ExpressionSpecification {
  if (!counted) return ['get', 'count'];
  const terms = counted.map((name) => ['coalesce', ['get', name], 0]);
  return ['+', 0, ...terms] as unknown as ExpressionSpecification;
}
