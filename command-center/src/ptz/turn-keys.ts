/** Arrow keys and + − turn the camera whose window has the keyboard, for as long as they are held. */
import { useEffect, type RefObject } from 'react';
import type { PtzCommand } from 'grid-data';
import type { Ptz } from './use-ptz.ts';

export const usualSpeed = 0.4;

const commands: Readonly<Record<string, PtzCommand>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
};

export function useTurnKeys(frame: RefObject<HTMLElement | null>, { isHolder, moves }: Ptz): void {
  useEffect(() => {
    const section = frame.current;
    if (!isHolder || section === null) return;
    section.focus({ preventScroll: true });
    const press = (event: KeyboardEvent): void => {
      const command = commands[event.key];
      const isTyping = (event.target as HTMLElement).closest('input, select, textarea') !== null;
      if (!command || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation(); // the map has the same keys
      moves.start(command, event.shiftKey ? 1 : usualSpeed);
    };
    const release = (event: KeyboardEvent): void => {
      if (commands[event.key] === moves.command) moves.stop();
    };
    section.addEventListener('keydown', press);
    addEventListener('keyup', release);
    return () => {
      section.removeEventListener('keydown', press);
      removeEventListener('keyup', release);
    };
  }, [frame, isHolder, moves]);
}
