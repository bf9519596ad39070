import { expect, test } from 'vitest';
import { demoSeed } from 'grid-data/generate';
import { readOptions } from './options.ts';

test('the defaults start the demo city on the embedded database', () => {
  const options = readOptions([], {});
  expect(options).toMatchObject({ empty: false, scale: 1, simulator: true, databaseUrl: null });
});

test('the demo city that starts is the one of which its heroes’ pictures are drawn', () => {
  expect(readOptions([], {}).seed).toBe(demoSeed);
});

test('own platforms keep the simulator off', () => {
  expect(readOptions(['--platforms', 'p.json'], {}).simulator).toBe(false);
});

test.each([
  [['--scale', 'big'], '--scale'],
  [['--port', '70000'], '--port'],
  [['--colour', 'red'], '--colour'],
])('%j is refused naming the option', (args, option) => {
  expect(() => readOptions(args, {})).toThrow(option);
});
