import { useCallback, useEffect, useState } from 'react';
import { checkSession } from '#session/session.ts';
import { useStore } from '#ui/create-store.ts';
import { setTicketSource } from '#video/ticket-source.ts';
import { PairingCode } from './PairingCode.tsx';
import { askForLook, startScreenLink } from './screen-link.ts';
import { screenStore } from './screen-store.ts';
import { tileOfLook } from './tile-of-look.ts';
import { ScreenFace } from './ScreenFace.tsx';
import styles from './Screen.module.css';

/** /screen: a machine without hands. It shows a code until it is paired, then its part of the wall. */
export function ScreenPage() {
  const phase = useStore(screenStore, (state) => state.phase);
  const screen = useStore(screenStore, (state) => state.screen);
  const [pairedTimes, setPairedTimes] = useState(0);
  useEffect(startScreenLink, [pairedTimes]);
  useEffect(() => {
    setTicketSource((cameraId, basis, profile) => {
      const tiles = screenStore.get().showing?.content.tiles ?? [];
      return askForLook(tileOfLook(tiles, cameraId, basis)?.id ?? '', cameraId, profile);
    });
    return () => setTicketSource(null);
  }, []);
  const paired = useCallback(() => {
    screenStore.set({ phase: 'unknown' });
    setPairedTimes((times) => times + 1);
    void checkSession();
  }, []);
  if (phase === 'pairing') return <PairingCode onPaired={paired} />;
  if (phase === 'paired' && screen) return <ScreenFace screen={screen} />;
  return <main className={styles.pairing} />;
}
