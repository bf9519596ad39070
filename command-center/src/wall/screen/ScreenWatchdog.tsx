import { useEffect } from 'react';
import { registerScreenWorker } from '../offline/register-screen-worker.ts';
import { startScreenWatchdog } from './screen-watchdog.ts';

/** Stands outside of what it watches, so that it outlives a page that breaks as a whole. */
export function ScreenWatchdog() {
  useEffect(registerScreenWorker, []);
  useEffect(() => startScreenWatchdog(), []);
  return null;
}
