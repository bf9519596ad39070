/** The stack that all specs share, for steps before the first test. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { City } from '../client/city.ts';
import type { RunningStack } from './stack.ts';

const file = join(import.meta.dirname, '..', '..', 'output', 'stack.json');

export type SharedStack = Pick<RunningStack, 'url' | 'accounts' | 'addresses'> & {
  /** The stack file of the launcher, which tells what runs now. */
  stackFile: string;
};

export function sharedStack(): SharedStack {
  return JSON.parse(readFileSync(file, 'utf8')) as SharedStack;
}

export function sharedCity(): { stack: SharedStack; city: City } {
  const stack = sharedStack();
  return { stack, city: new City(stack) };
}
