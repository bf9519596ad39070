/** Cameras that we did not write: GStreamer's RTSP server with a clip of ours, one pipeline for each pull. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ChildProcess } from 'node:child_process';
import { repositoryRoot } from '../../verify/run-command.ts';
import { endProcess, makeClip, spawnOn } from './media-processes.ts';

export type RtspCameras = { url: string; close(): Promise<void> };

/** Plays for so long from the beginning of each pull. */
export async function startCameras(seconds: number): Promise<RtspCameras> {
  const folder = mkdtempSync(join(tmpdir(), 'rtsp-cameras-'));
  const clip = join(folder, 'clip.mp4');
  makeClip(clip, 20);
  const long = join(folder, 'long.mp4');
  const times = String(Math.ceil(seconds / 20));
  const words = ['-v', 'error', '-stream_loop', times, '-i', clip, '-c', 'copy', long];
  execFileSync('ffmpeg', words);
  const pipeline = `( filesrc location=${long} ! qtdemux ! h264parse ! rtph264pay name=pay0 pt=96 )`;
  const program = join(repositoryRoot, 'video-gateway/src/testing/camera/gstreamer-server.py');
  const server = spawnOn('load', ['/usr/bin/python3', program, pipeline], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = (await firstLine(server)).replace('port ', '');
  return {
    url: `rtsp://ops:p%40ss@127.0.0.1:${port}/live`,
    close: async () => {
      await endProcess(server);
      rmSync(folder, { recursive: true });
    },
  };
}

export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface(child.stdout!).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it said a word`)));
    child.once('error', reject);
  });
}
