/** The documents of other systems that this installation is told of. */
import type { Clock, ThemeDocument, WeatherDocument } from 'grid-data';
import { OutsideSource } from './outside-source.ts';
import { asTheme, asWeather } from './understand.ts';

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
    weather === null ? null : new OutsideSource({ address: weather, understand: asWeather, clock });
  const themeSources = themes.map(
    (address) => new OutsideSource({ address, understand: asTheme, clock }),
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
