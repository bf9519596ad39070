import { describe, expect, it } from 'vitest';
import { StreamTokens } from './stream-tokens.ts';

describe('stream addresses', () => {
  it('open their camera once', () => {
    const tokens = new StreamTokens();
    const token = tokens.issue('camera-1');
    expect(tokens.redeem(token)?.cameraId).toBe('camera-1');
    expect(tokens.redeem(token)).toBeNull();
  });

  it('open nothing after five minutes, and are forgotten then', () => {
    let now = 1_000_000;
    const tokens = new StreamTokens(() => now);
    const early = tokens.issue('camera-1');
    now += 299_000;
    expect(tokens.redeem(early)?.cameraId).toBe('camera-1');
    const late = tokens.issue('camera-2');
    now += 300_000;
    expect(tokens.redeem(late)).toBeNull();
    tokens.issue('camera-3');
    now += 300_001;
    tokens.issue('camera-4');
    expect(tokens.openCount).toBe(1);
  });
});
