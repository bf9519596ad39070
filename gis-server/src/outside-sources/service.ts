/** What other systems of the city say, with whose word it is and how old; nothing where none is configured. */
import { seesArea } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import {
  DomainError,
  sumTold,
  weatherStaleAfterMs,
  withheldAreas,
  type Clock,
  type ThemeDocument,
  type ThemeIndicator,
} from 'grid-data';
import type { OutsideSources } from './open-sources.ts';

export type ThemeRowRecord = {
  id: string;
  name: string | null;
  areaCode: string;
  position: { longitude: number; latitude: number } | null;
  /** Null where it is not told. */
  value: number | null;
};

/** Enough to find what is wrong with a table. */
const mostRejectsTold = 20;

export type OutsideSourceService = ReturnType<typeof createOutsideSourceService>;

export function createOutsideSourceService(sources: OutsideSources, clock: Clock) {
  const isOlder = (at: string, ms: number): boolean => clock.now().getTime() - Date.parse(at) > ms;

  return {
    weather() {
      if (sources.weather === null) return null;
      const { heard, failure } = sources.weather.latest();
      if (heard === null) return { heardAt: null, failure, stale: true, report: null };
      const { observedAt, warnings, ...rest } = heard.value;
      const now = clock.now();
      return {
        heardAt: heard.at,
        failure,
        stale: isOlder(observedAt, weatherStaleAfterMs),
        report: {
          ...rest,
          observedAt: new Date(observedAt),
          warnings: warnings
            .map((warning) => ({
              ...warning,
              until: warning.until === null ? null : new Date(warning.until),
            }))
            .filter(({ until }) => until === null || until > now),
        },
      };
    },

    themes(viewer: Viewer, areaCode: string) {
      const within = narrower(viewer, areaCode);
      return sources.themes.flatMap((source) => {
        const { heard, failure, rejects } = source.latest();
        if (heard === null) return [];
        const {
          indicators,
          asOf,
          goodForHours,
          theme,
          name,
          source: by,
          illustrative,
        } = heard.value;
        return {
          ...{ code: theme, name, source: by, illustrative, failure },
          asOf: new Date(asOf),
          stale: isOlder(asOf, goodForHours * 3_600_000),
          rejected: rejects.length,
          rejects: rejects.slice(0, mostRejectsTold),
          indicators: indicators.map((each) => indicatorIn(each, within)),
        };
      });
    },

    /** Sources of themes of which nothing has been taken yet: nobody would miss what never was there. */
    themeFaults() {
      return sources.themes.flatMap((source, index) => {
        const { heard, failure, rejects } = source.latest();
        if (heard !== null || failure === null) return [];
        const told = { rejected: rejects.length, rejects: rejects.slice(0, mostRejectsTold) };
        return { number: index + 1, failure, ...told };
      });
    },

    rows(viewer: Viewer, asked: { theme: string; indicator: string; areaCode: string }) {
      const within = narrower(viewer, asked.areaCode);
      const document = documentOf(sources, asked.theme);
      const indicator = document?.indicators.find(({ code }) => code === asked.indicator);
      if (!indicator) {
        throw new DomainError('not-found', 'there is no such indicator', {
          reason: 'unknown-indicator',
        });
      }
      return { ...indicatorIn(indicator, within), rows: rowsIn(indicator, within) };
    },
  };
}

function documentOf(sources: OutsideSources, theme: string): ThemeDocument | null {
  for (const source of sources.themes) {
    const { heard } = source.latest();
    if (heard?.value.theme === theme) return heard.value;
  }
  return null;
}

/** Nothing outside the scope, whatever is asked for. */
function narrower(viewer: Viewer, areaCode: string): string {
  if (seesArea(viewer, areaCode)) return areaCode;
  if (viewer.scopePrefix.startsWith(areaCode)) return viewer.scopePrefix;
  throw new DomainError('not-found', 'there is no such area in your scope', {
    reason: 'unknown-area',
  });
}

function indicatorIn(indicator: ThemeIndicator, within: string) {
  const { code, name, unit, sensitive } = indicator;
  const value = valueIn(indicator, within);
  return { code, name, unit, sensitive, places: indicator.places !== undefined, value };
}

function valueIn({ areas, places, sensitive }: ThemeIndicator, within: string): number | null {
  if (places) return places.filter(({ areaCode }) => areaCode.startsWith(within)).length;
  return sumTold(areas ?? [], sensitive ? withheldAreas(areas ?? []) : new Set(), within);
}

function rowsIn({ areas, places, sensitive }: ThemeIndicator, within: string): ThemeRowRecord[] {
  if (places) {
    return places
      .filter(({ areaCode }) => areaCode.startsWith(within))
      .map(({ id, name, areaCode, ...position }) => ({ id, name, areaCode, position, value: 1 }));
  }
  const withheld = sensitive ? withheldAreas(areas ?? []) : new Set<string>();
  return (areas ?? [])
    .filter(({ areaCode }) => areaCode.startsWith(within))
    .toSorted((a, b) => b.value - a.value || a.areaCode.localeCompare(b.areaCode))
    .map(({ areaCode, value }) => ({
      ...{ id: areaCode, name: null, areaCode, position: null },
      value: withheld.has(areaCode) ? null : value,
    }));
}
