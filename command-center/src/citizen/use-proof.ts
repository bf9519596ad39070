import { useEffect, useState } from 'react';
import { askChallenge, type Proof } from './citizen-request.ts';
import { workOn } from './work-on.ts';

/** Worked out while somebody writes; asked for when it is sent. Each report needs its own. */
export function useProof(): { proof: () => Promise<Proof>; renew: () => void } {
  const [working, setWorking] = useState<Promise<Proof> | null>(null);
  const begin = (): Promise<Proof> => {
    const next = askChallenge().then(workOn);
    // Told to whoever sends: it is asked for again then.
    next.catch(() => setWorking(null));
    setWorking(next);
    return next;
  };
  useEffect(() => {
    void begin().catch(() => {}); // as above
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for a page
  }, []);
  return { proof: () => working ?? begin(), renew: () => setWorking(null) };
}
