/** What a page says on /play-many. */
import { streamProfiles } from 'grid-data';
import { z } from 'zod';
import { highestChannel } from '#outputs/multiplex/channel-frame.ts';

const channel = z.number().int().min(0).max(highestChannel);
const profile = z.enum(streamProfiles);

const pageMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    channel,
    ticket: z.string().max(2048),
    /** What the tile needs now; the ticket names the best it may have. */
    profile: profile.optional(),
    keyOnly: z.boolean().optional(),
    sound: z.boolean().optional(),
  }),
  z.object({ type: z.literal('close'), channel }),
  /** The channel that is served first when the line is short; null: none. */
  z.object({ type: z.literal('priority'), channel: channel.nullable() }),
  z.object({ type: z.literal('profile'), channel, profile }),
  z.object({ type: z.literal('key-only'), channel, on: z.boolean() }),
  z.object({ type: z.literal('sound'), channel, on: z.boolean() }),
]);
export type PageMessage = z.infer<typeof pageMessage>;

/** Null for what is no message of ours. */
export function readPageMessage(data: Buffer, isBinary: boolean): PageMessage | null {
  if (isBinary) return null;
  try {
    return pageMessage.parse(JSON.parse(data.toString('utf8')));
  } catch {
    return null; // the page is told that it was refused, whatever was wrong with it
  }
}
