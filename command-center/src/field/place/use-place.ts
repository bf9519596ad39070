import { useEffect, useState } from 'react';
import { followPlace, phoneDatum, type FoundPlace, type PlaceTrouble } from './find-place.ts';

export type FollowedPlace = {
  place: FoundPlace | null;
  trouble: PlaceTrouble | null;
  /** After the phone's datum was set anew. */
  again: () => void;
};

/** Where the phone is, for as long as it is looked at. */
export function usePlace(): FollowedPlace {
  const [place, setPlace] = useState<FoundPlace | null>(null);
  const [trouble, setTrouble] = useState<PlaceTrouble | null>(null);
  const [datum, setDatum] = useState(phoneDatum);
  useEffect(() => {
    const found = (next: FoundPlace): void => {
      setPlace(next);
      setTrouble(null);
    };
    return followPlace(datum, found, setTrouble);
  }, [datum]);
  return { place, trouble, again: () => setDatum(phoneDatum()) };
}
