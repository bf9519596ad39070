/** What gis-server would say of who calls: benches address the gateway itself, as the session of the tickets they made. */
export const benchKey = 'a-key-for-benches-only';
export const benchSession = 'bench';
export const benchCaller = { authorization: `Bearer ${benchKey}`, 'x-session-id': benchSession };
