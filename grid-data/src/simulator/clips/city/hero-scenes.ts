/** The hero cameras of the demo city with their pictures, and what each picture shows of the map. */
import { layOutCity, type CityLayout } from '#generate/city-layout.ts';
import type { HeroShot } from '#generate/cameras/hero-shots.ts';
import { demoCameras, generateDemoCity } from '#generate/demo-city.ts';
import { demoSeed } from '#generate/demo-seed.ts';
import type { Scene } from '../scene.ts';
import { cityScene, type DemoGround } from './city-scene.ts';
import { groundUnder, heightAt, heroPlace, heroTilt } from './hero-place.ts';

/** Spread over the ground that fills the picture: below its horizon and down to its lower edge. */
const matched: readonly (readonly [number, number])[] = [0.97, 0.72, 0.52, 0.4].flatMap((y) =>
  [0.06, 0.5, 0.94].map((x) => [x, y] as const),
);

export function heroScenes(): {
  scenes: Record<string, () => Scene>;
  shots: HeroShot[];
} {
  const layout = layOutCity(demoSeed);
  let demo: DemoGround | null = null;
  const ground = (): DemoGround => (demo ??= groundOf(layout));
  const places = demoCameras(layout, 1)
    .filter(({ clip }) => clip !== null)
    .map((camera) => heroPlace(layout, camera))
    .toSorted((a, b) => (a.clip < b.clip ? -1 : 1));
  const terrain = { heightAt: (x: number, y: number) => heightAt(layout, x, y) };
  return {
    scenes: Object.fromEntries(
      places.map((place) => [place.clip, () => cityScene(ground(), place)]),
    ),
    shots: places.map((place): HeroShot => {
      const { bearingDeg, widthDeg, heightMeters, ...camera } = place.camera;
      const angles = { bearingDeg: bearingDeg!, widthDeg: widthDeg! };
      const points = groundUnder(place, terrain, matched).map(({ x, y, ground: [east, north] }) => {
        const [longitude, latitude] = layout.city.land.frame.toPosition(east, north);
        return { x, y, longitude, latitude };
      });
      const tiltDeg = Math.round(heroTilt(widthDeg!) * 100) / 100;
      return {
        clip: place.clip,
        ...{ longitude: camera.longitude, latitude: camera.latitude },
        ...angles,
        ...{ heightMeters: heightMeters!, tiltDeg, points },
      };
    }),
  };
}

/** Takes its seconds: only for who draws. */
function groundOf(layout: CityLayout): DemoGround {
  const city = generateDemoCity({ seed: demoSeed, now: new Date(0) });
  return { layout, features: city.baseFeatures, components: [...city.cityComponents] };
}
