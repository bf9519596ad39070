/** How late this process comes to what waits for it: one long pause delays all pictures. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 20 });
delay.enable();

export const eventLoopP99Ms = (): number => delay.percentile(99) / 1e6;
