/** Keys of the desk, wherever nobody is typing; what the desk takes the hall behind it does not hear. */
import { useEffect, useRef } from 'react';

export function useCaseKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement | null;
      if (target?.closest('input, textarea, select, [role="dialog"], [data-camera]')) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    };
    // Before the hall's own keys, which listen on their way back.
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, []);
}
