import { expect, test } from 'vitest';
import { fittingClasses } from './fitting-classes.ts';

test('a component is offered the classes of its own kind', () => {
  const classes = [
    { code: 'C0102', kind: 'component' },
    { code: 'C0103', kind: 'component' },
    { code: 'E0102', kind: 'event' },
  ];
  expect(fittingClasses(classes, '9901010102000001')).toEqual([classes[0]]);
  expect(fittingClasses(classes, '9901010999000001')).toEqual([]);
});
