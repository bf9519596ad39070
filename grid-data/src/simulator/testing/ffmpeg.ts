import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** ffmpeg is an outside witness: tests that call it are left out where it is not installed. */
export const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

export async function runTool(tool: 'ffmpeg' | 'ffprobe', args: string[]) {
  const child = spawn(tool, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err]: Buffer[][] = [[], []];
  child.stdout.on('data', (bytes: Buffer) => out!.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => err!.push(bytes));
  const [code] = (await once(child, 'close')) as [number];
  return {
    code,
    stdout: Buffer.concat(out!).toString('utf8'),
    stderr: Buffer.concat(err!).toString('utf8'),
  };
}
