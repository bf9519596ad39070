import { readFileSync } from 'node:fs';
import { startStack, type RunningStack, type StackOptions } from './stack.ts';

/** The stack to measure: one that runs already, whose file CLOUD_EYE_STACK names, else one of its own. */
export async function givenOrOwnStack(
  options: StackOptions,
): Promise<{ stack: RunningStack; stop: () => Promise<number> }> {
  const given = process.env['CLOUD_EYE_STACK'];
  if (given !== undefined) {
    const stack = JSON.parse(readFileSync(given, 'utf8')) as RunningStack;
    return { stack, stop: () => Promise.resolve(0) };
  }
  const stack = await startStack(options);
  return { stack, stop: stack.stop };
}
