import { expect, test } from 'vitest';
import { languages, resourcesByLanguage } from './i18n.ts';

function keysOf(words: unknown, prefix = ''): string[] {
  if (typeof words !== 'object' || words === null) return [prefix];
  return Object.entries(words).flatMap(([key, value]) =>
    keysOf(value, prefix ? `${prefix}.${key}` : key),
  );
}

function placeholdersOf(words: unknown, prefix = ''): Record<string, string[]> {
  if (typeof words === 'string') {
    return {
      [prefix]: [...words.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1] ?? '').sort(),
    };
  }
  return Object.assign(
    {},
    ...Object.entries(words as object).map(([key, value]) =>
      placeholdersOf(value, prefix ? `${prefix}.${key}` : key),
    ),
  ) as Record<string, string[]>;
}

const resources = resourcesByLanguage();

test('there are words in every language', () => {
  expect(Object.keys(resources).sort()).toEqual([...languages].sort());
});

test.each(Object.keys(resources['zh-CN'] ?? {}))(
  '%s says the same things in both languages',
  (namespace) => {
    const chinese = resources['zh-CN']?.[namespace];
    const english = resources['en']?.[namespace];
    expect(keysOf(english).sort()).toEqual(keysOf(chinese).sort());
    const [zh, en] = [placeholdersOf(chinese), placeholdersOf(english)];
    for (const key of Object.keys(zh)) {
      expect([...new Set(en[key])], key).toEqual([...new Set(zh[key])]);
    }
  },
);

test('Chinese words are set with Chinese punctuation', () => {
  const western = /[\u4e00-\u9fff][,;:!?]|\}[,;:][\u4e00-\u9fff]/;
  const wrong = Object.entries(resources['zh-CN'] ?? {}).flatMap(([namespace, words]) =>
    valuesOf(words)
      .filter((value) => western.test(value))
      .map((value) => `${namespace}: ${value}`),
  );
  expect(wrong).toEqual([]);
});

function valuesOf(words: unknown): string[] {
  return typeof words === 'string' ? [words] : Object.values(words as object).flatMap(valuesOf);
}
