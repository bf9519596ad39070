import { benchCaller } from './bench-caller.ts';

/** Opens a view at the gateway as a page does that plays low-latency HLS; gives the path of its playlist. */
export async function openPlaylist(port: number, ticket: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/views`, {
    method: 'POST',
    headers: benchCaller,
    body: JSON.stringify({ ticket }),
  });
  const { playlist } = (await answer.json()) as { playlist: string };
  return playlist.replace(/^\/video/, '');
}
