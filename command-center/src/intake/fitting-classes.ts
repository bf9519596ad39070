/** Classes of cases about a component of some class: their codes are that of the component's class after a letter. */
export function fittingClasses<Class extends { code: string; kind: string }>(
  classes: readonly Class[],
  componentCode: string,
): Class[] {
  const componentClass = componentCode.slice(6, 10);
  return classes.filter(
    ({ code, kind }) => kind === 'component' && code.slice(1).startsWith(componentClass),
  );
}
