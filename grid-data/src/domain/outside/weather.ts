/** The weather as a weather bureau's system is asked to give it: one JSON document. */
import { z } from 'zod';

export const skies = ['clear', 'cloudy', 'overcast', 'fog', 'rain', 'storm', 'snow'] as const;
export const warningLevels = ['blue', 'yellow', 'orange', 'red'] as const;

export const weatherDocument = z.object({
  /** Who says so, such as 涟源市气象局. */
  source: z.string().min(1).max(80),
  /** Made up: said beside every number. */
  illustrative: z.boolean().default(false),
  observedAt: z.iso.datetime({ offset: true }),
  sky: z.enum(skies),
  temperatureC: z.number().min(-60).max(60),
  windMetersPerSecond: z.number().min(0).max(120),
  /** Where it comes from, compass degrees. */
  windFromDeg: z.number().min(0).max(360).nullable().default(null),
  rainMmPerHour: z.number().min(0).max(500).nullable().default(null),
  warnings: z
    .array(
      z.object({
        title: z.string().min(1).max(120),
        level: z.enum(warningLevels),
        until: z.iso.datetime({ offset: true }).nullable().default(null),
      }),
    )
    .max(20)
    .default([]),
});
export type WeatherDocument = z.output<typeof weatherDocument>;

/** An observation older than this is no weather of now. */
export const weatherStaleAfterMs = 2 * 3_600_000;
