/** What a viewer is told of the pull behind the picture. */
export type RelayState = {
  state: 'connecting' | 'live' | 'stalled' | 'offline';
  reason: string | null;
  retryInMs: number | null;
  at: string;
};

/** Inside, a relay is more exact than what a viewer needs to know. */
export type RelayPhase = 'idle' | 'opening' | 'live' | 'stalled' | 'backing-off' | 'stopped';
