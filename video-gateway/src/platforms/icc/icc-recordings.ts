/** Recorded video over ICC; its times are Unix seconds. */
import { z } from 'zod';
import { iccStream, type IccParts } from '#platforms/icc/icc-client.ts';
import type { PlatformRecordings, TimeSpan } from '#platforms/platform.ts';
import { tidySpans } from '#platforms/time-spans.ts';

const found = z.object({
  records: z
    .array(z.object({ startTime: z.coerce.number(), endTime: z.coerce.number() }))
    .nullish(),
});

export function iccRecordings({ client, entry, opened }: IccParts): PlatformRecordings {
  const recordSource = entry.recordLocation === 'central' ? '3' : '2';
  const asked = (channelId: string, span: TimeSpan) => ({
    channelId,
    recordSource,
    recordType: '0',
    streamType: '0',
    startTime: String(Math.floor(span.fromMs / 1_000)),
    endTime: String(Math.ceil(span.toMs / 1_000)),
  });
  return {
    speeds: [0.25, 0.5, 1, 2, 4, 8],
    copySpeed: entry.copySpeed,
    list: async (platformCameraId, span) => {
      const { records } = await client.media(
        '/SS/Record/QueryRecords',
        {
          ...asked(platformCameraId, span),
          cardNo: '',
          diskPath: '',
          startIndex: '',
          endIndex: '',
        },
        found,
      );
      const spans = (records ?? []).map(({ startTime, endTime }) => ({
        fromMs: startTime * 1_000,
        toMs: endTime * 1_000,
      }));
      return tidySpans(spans, span);
    },
    open: async (platformCameraId, span, speed) => {
      const reply = await client.media(
        '/SS/Playback/StartPlaybackByTime',
        { ...asked(platformCameraId, span), nvrId: '' },
        iccStream,
      );
      const startsAtMs = Math.floor(span.fromMs / 1_000) * 1_000;
      return { ...(await opened(reply)), startsAtMs, scale: speed };
    },
  };
}
