import { journalKinds } from 'grid-data';
import { expect, test } from 'vitest';
import { resourcesByLanguage } from '#words/i18n.ts';

/** Whose history cards tell. */
const told = journalKinds.filter((kind) => /^(incident|city-component)\./.test(kind));

test.each(Object.entries(resourcesByLanguage()))(
  'in %s there are words for each step of a history, and no others',
  (_language, words) => {
    const { kinds } = words['journal'] as { kinds: Record<string, Record<string, string>> };
    const named = Object.entries(kinds).flatMap(([subject, steps]) =>
      Object.keys(steps).map((step) => `${subject}.${step}`),
    );
    expect(named.toSorted()).toEqual(told.toSorted());
  },
);
