/** Where the phone is, in the county's datum. */
import { toCgcs2000 } from 'grid-data';

/**
 * Browsers give WGS-84, which is CGCS2000 to within a metre; some phones sold in China give GCJ-02, shifted by some
 * hundred metres. Which it is cannot be told from the figures: the worker says it once per phone.
 */
export const phoneDatums = ['wgs84', 'gcj02'] as const;
export type PhoneDatum = (typeof phoneDatums)[number];

export type FoundPlace = {
  longitude: number;
  latitude: number;
  accuracyMeters: number | null;
  /** By hand: on the map. Kept: of a report that is corrected. */
  by: 'gps' | 'hand' | 'kept';
  at: number;
};

export type PlaceTrouble = 'denied' | 'unavailable' | 'insecure';

const datumKey = 'cloud-eye.field.datum';
const patienceMs = 20_000;

export function phoneDatum(): PhoneDatum {
  try {
    const kept = localStorage.getItem(datumKey);
    return phoneDatums.find((datum) => datum === kept) ?? 'wgs84';
  } catch {
    return 'wgs84';
  }
}

export function keepPhoneDatum(datum: PhoneDatum): void {
  try {
    localStorage.setItem(datumKey, datum);
  } catch {
    // Storage is closed: said again next time.
  }
}

export function placeOf(
  {
    longitude,
    latitude,
    accuracy,
  }: Pick<GeolocationCoordinates, 'longitude' | 'latitude' | 'accuracy'>,
  datum: PhoneDatum,
): FoundPlace {
  const [east, north] = toCgcs2000(datum, [longitude, latitude]);
  return {
    longitude: round(east),
    latitude: round(north),
    accuracyMeters: Math.round(accuracy),
    by: 'gps',
    at: Date.now(),
  };
}

/** Seven decimals are a centimetre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

/** Follows the phone until stopped; better fixes come as the satellites do. */
export function followPlace(
  datum: PhoneDatum,
  onPlace: (place: FoundPlace) => void,
  onTrouble: (trouble: PlaceTrouble) => void,
): () => void {
  if (!isSecureContext) {
    onTrouble('insecure');
    return () => undefined;
  }
  const watch = navigator.geolocation.watchPosition(
    ({ coords }) => onPlace(placeOf(coords, datum)),
    ({ code }) => onTrouble(code === 1 ? 'denied' : 'unavailable'),
    { enableHighAccuracy: true, maximumAge: 10_000, timeout: patienceMs },
  );
  return () => navigator.geolocation.clearWatch(watch);
}
