import { expect, test, vi } from 'vitest';
import { tellEntry, type JournalEntry } from '#journal/journal-state.ts';
import type { PlayerView } from '#video/player/player.ts';
import { tryAgainWithDuty } from './use-live-picture.ts';

const hear = (kind: string) => tellEntry({ kind } as JournalEntry);

function aPicture(reason: string) {
  const tryAgain = vi.fn();
  const state = { kind: 'offline', since: 0, reason, retryAt: null } as const;
  const view = () => ({ state }) as unknown as PlayerView;
  const stop = tryAgainWithDuty({ view, tryAgain });
  return { tryAgain, stop };
}

test('a picture for which nobody answered is asked for again when somebody signs in for duty', () => {
  const waiting = aPicture('nobody-on-duty');
  const other = aPicture('purpose-not-filed');
  hear('duty.signed-out');
  expect(waiting.tryAgain).not.toHaveBeenCalled();
  hear('duty.signed-in');
  expect(waiting.tryAgain).toHaveBeenCalledTimes(1);
  expect(other.tryAgain).not.toHaveBeenCalled();
  waiting.stop();
  hear('duty.signed-in');
  expect(waiting.tryAgain).toHaveBeenCalledTimes(1);
  other.stop();
});
