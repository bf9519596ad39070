/** Whether the screen shows a moment of the past: what goes on showing the present then says so in its place. */
import { createStore } from './create-store.ts';

export const pastShown = createStore<{ shown: boolean }>({ shown: false });
