/** A live camera that paints the time into each picture, so that a screen tells how old what it shows is. */
import { spawn, type ChildProcess } from 'node:child_process';

const width = 640;
const height = 360;
const framesPerSecond = 25;

/** The time in milliseconds as black and white blocks, the lowest bit first; read back by `readClock` in the page. */
export const clockShape = { bits: 32, perRow: 16, block: 32, left: 64, top: 32 };

/** 360p, 25 frames and 512 kbit a second, a key picture every two seconds, encoded as it is painted. */
export function publishPaintedClock(rtmpUrls: readonly string[]): ChildProcess {
  const outputs = rtmpUrls.map((url) => `[f=flv:flvflags=no_duration_filesize]${url}`).join('|');
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${width}x${height}`];
  const coding = ['-c:v', 'libx264', '-preset', 'veryfast', '-tune', 'zerolatency', '-bf', '0'];
  const shape = ['-g', '50', '-sc_threshold', '0', '-b:v', '512k', '-maxrate', '512k'];
  const encoder = spawn(
    'ffmpeg',
    [
      ...['-v', 'error', '-fflags', 'nobuffer', ...raw, '-r', String(framesPerSecond), '-i', '-'],
      ...[
        '-pix_fmt',
        'yuv420p',
        '-flags',
        '+global_header',
        ...coding,
        ...shape,
        '-bufsize',
        '512k',
      ],
      ...['-map', '0:v', '-f', 'tee', outputs],
    ],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  );
  const picture = Buffer.alloc(width * height);
  let painted = 0;
  const beganAt = performance.now();
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - beganAt) / 1000) * framesPerSecond);
    // A late timer paints what is due now and not what it missed: the rate stays, the time is true.
    for (; painted <= due; painted += 1) {
      paint(picture, painted);
      encoder.stdin.write(Buffer.from(picture));
    }
  }, 5);
  encoder.stdin.on('error', () => clearInterval(timer)); // the encoder has ended, and so does the camera
  encoder.on('exit', () => clearInterval(timer));
  return encoder;
}

/** Something that moves under the clock, for a still picture would cost the encoder and the line nothing. */
function paint(picture: Buffer, frame: number): void {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      picture[y * width + x] = 96 + (((x + frame * 3) ^ (y + frame)) & 63);
    }
  }
  const { bits, perRow, block, left, top } = clockShape;
  const now = BigInt(Date.now());
  for (let bit = 0; bit < bits; bit += 1) {
    const value = (now >> BigInt(bit)) & 1n ? 255 : 0;
    const x = left + (bit % perRow) * block;
    const y = top + Math.floor(bit / perRow) * block;
    for (let row = y; row < y + block; row += 1) {
      picture.fill(value, row * width + x, row * width + x + block);
    }
  }
}
