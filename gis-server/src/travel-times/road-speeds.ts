/**
 * How fast our own cars are taken to drive, in km/h, by the base map's class of road: what a loaded car keeps up on a
 * county's roads by day, lights and bends included. Nobody measured them here; the answer says which were used.
 */
export const roadSpeedsKmh: Readonly<Record<string, number>> = {
  motorway: 90,
  trunk: 60,
  primary: 50,
  secondary: 40,
  tertiary: 30,
  residential: 20,
  service: 15,
};

/** Of a class that is not in the table. */
export const otherSpeedKmh = 20;

/** On foot, off the road, with what one carries to an incident. */
export const walkMetersPerSecond = 1.2;

/** Farther off a road nobody is said to be reached by car. */
export const longestWalkMeters = 300;

export function metersPerSecondOn(roadClass: string): number {
  return (roadSpeedsKmh[roadClass] ?? otherSpeedKmh) / 3.6;
}
