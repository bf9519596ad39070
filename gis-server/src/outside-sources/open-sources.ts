/** The documents of other systems that this installation is told of. */
import {
  themeDocument,
  weatherDocument,
  type Clock,
  type ThemeDocument,
  type WeatherDocument,
} from 'grid-data';
import { OutsideSource } from './outside-source.ts';

export type OutsideAddresses = { weather: string | null; themes: readonly string[] };

export type OutsideSources = {
  weather: Pick<OutsideSource<WeatherDocument>, 'latest'> | null;
  themes: readonly Pick<OutsideSource<ThemeDocument>, 'latest'>[];
};

export function openSources(
  { weather, themes }: OutsideAddresses,
  clock: Clock,
): OutsideSources & { stop(): void } {
  const weatherSource =
    weather === null ? null : new OutsideSource({ address: weather, form: weatherDocument, clock });
  const themeSources = themes.map(
    (address) => new OutsideSource({ address, form: themeDocument, clock }),
  );
  const all = [...(weatherSource ? [weatherSource] : []), ...themeSources];
  for (const source of all) source.start();
  return {
    weather: weatherSource,
    themes: themeSources,
    stop() {
      for (const source of all) source.stop();
    },
  };
}
