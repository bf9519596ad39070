/** Declared styles, worked out for one thing. */
import type { IconSource, LayerPart, Styled } from '../layer.ts';

export type Attributes = Readonly<Record<string, unknown>>;
export type Lookups = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function styledBy<Value extends string | number>(
  styled: Styled<Value>,
  attributes: Attributes,
): Value {
  if (typeof styled !== 'object') return styled;
  return styled.values[String(attributes[styled.attribute])] ?? styled.otherwise;
}

export function iconBy(icon: IconSource, attributes: Attributes, lookups: Lookups): string {
  if (typeof icon === 'string' || !('lookup' in icon)) return styledBy(icon, attributes);
  return lookups.get(icon.lookup)?.get(String(attributes[icon.attribute])) ?? icon.otherwise;
}

export function fits(part: LayerPart, attributes: Attributes): boolean {
  if (!part.only) return true;
  const value = attributes[part.only.attribute];
  return part.only.values.some((each) => each === value);
}

/** How many things a bin stands for. */
export function binCount(counted: readonly string[] | null, attributes: Attributes): number {
  const number = (name: string) => Number(attributes[name] ?? 0);
  return counted ? counted.reduce((sum, name) => sum + number(name), 0) : number('count');
}
