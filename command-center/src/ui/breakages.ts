/** Parts of the page that broke, told to whoever counts them. */
type Listener = () => void;

const listeners = new Set<Listener>();

export function tellBreakage(): void {
  for (const listener of listeners) listener();
}

export function onBreakage(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
