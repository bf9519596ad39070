import { expect, test } from 'vitest';
import { moveRefusalReasons } from 'grid-data';
import { resourcesByLanguage } from '#words/i18n.ts';

test.each(Object.entries(resourcesByLanguage()))(
  'in %s the desk says why a move was refused, whatever the reason',
  (_language, words) => {
    const { refused } = words['desk'] as { refused: Record<string, string> };
    const said = Object.keys(refused).filter((reason) => refused[reason] !== '');
    expect(said.toSorted()).toEqual([...moveRefusalReasons].toSorted());
  },
);
