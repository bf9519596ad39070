/** Recorded video over Artemis: one call both lists the stretches and gives the address. */
import { z } from 'zod';
import { artemisStream, type ArtemisParts } from '#platforms/artemis/artemis-client.ts';
import { platformFailure } from '#platforms/platform-failure.ts';
import { unreadable } from '#platforms/platform-http.ts';
import type { PlatformRecordings, TimeSpan } from '#platforms/platform.ts';
import { tidySpans } from '#platforms/time-spans.ts';

const path = '/artemis/api/video/v1/cameras/playbackURLs';
const maxPages = 200;
const beijingMs = 8 * 3_600_000;

const playback = z.object({
  url: z.string().max(4096).nullish(),
  /** Asks for the stretches behind these. */
  uuid: z.string().nullish(),
  list: z.array(z.object({ beginTime: z.string(), endTime: z.string() })).nullish(),
});

export function artemisRecordings({ client, entry, opened }: ArtemisParts): PlatformRecordings {
  const ask = (cameraIndexCode: string, span: TimeSpan, uuid: string) =>
    client.call(
      path,
      {
        cameraIndexCode,
        recordLocation: entry.recordLocation === 'central' ? '0' : '1',
        beginTime: withOffset(span.fromMs),
        endTime: withOffset(span.toMs),
        ...artemisStream,
        uuid,
      },
      playback,
    );
  return {
    speeds: [0.25, 0.5, 1, 2, 4, 8],
    copySpeed: entry.copySpeed,
    list: async (platformCameraId, span) => {
      const found: TimeSpan[] = [];
      let uuid = '';
      for (let page = 0; page < maxPages; page += 1) {
        const answer = await ask(platformCameraId, span, uuid);
        const stretches = answer.list ?? [];
        found.push(...stretches.map(({ beginTime, endTime }) => readSpan(beginTime, endTime)));
        const next = answer.uuid ?? '';
        if (stretches.length === 0 || next === '') return tidySpans(found, span);
        uuid = next;
      }
      throw unreadable('its list of recordings has no end');
    },
    open: async (platformCameraId, span, speed) => {
      const { url } = await ask(platformCameraId, span, '');
      if (url == null || url === '') throw platformFailure('no-recording', 'nothing was recorded');
      return { ...(await opened(url)), startsAtMs: span.fromMs, scale: speed };
    },
  };
}

/** ISO 8601 with the offset written out: the platform reads a bare Z as its own zone. */
function withOffset(unixMs: number): string {
  return new Date(unixMs + beijingMs).toISOString().replace('Z', '+08:00');
}

function readSpan(begin: string, end: string): TimeSpan {
  const span = { fromMs: Date.parse(begin), toMs: Date.parse(end) };
  if (Number.isFinite(span.fromMs) && Number.isFinite(span.toMs)) return span;
  throw unreadable('a recording without a time');
}
