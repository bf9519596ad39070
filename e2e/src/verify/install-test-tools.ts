import { existsSync } from 'node:fs';
import { runCommand } from './run-command.ts';

type Tool = { file: string; debianPackage: string };

/** What the tests need beside npm packages: real outside programs. */
const tools: readonly Tool[] = [
  { file: '/usr/bin/chromium', debianPackage: 'chromium' },
  { file: '/usr/bin/ffmpeg', debianPackage: 'ffmpeg' },
  { file: '/usr/bin/ogrinfo', debianPackage: 'gdal-bin' },
  { file: '/usr/lib/postgresql/15/bin/postgres', debianPackage: 'postgresql-15' },
  {
    file: '/usr/share/postgresql/15/extension/postgis.control',
    debianPackage: 'postgresql-15-postgis-3',
  },
  // An RTSP server that we did not write, as a camera.
  {
    file: '/usr/share/doc/gir1.2-gst-rtsp-server-1.0',
    debianPackage: 'gir1.2-gst-rtsp-server-1.0',
  },
  { file: '/usr/lib/python3/dist-packages/gi', debianPackage: 'python3-gi' },
  {
    file: '/usr/share/doc/gstreamer1.0-plugins-good',
    debianPackage: 'gstreamer1.0-plugins-good',
  },
  {
    file: '/usr/share/doc/gstreamer1.0-plugins-bad',
    debianPackage: 'gstreamer1.0-plugins-bad',
  },
  { file: '/usr/share/fonts/opentype/noto', debianPackage: 'fonts-noto-cjk' },
];

/** What only the slow tests of `npm run faults` play with. */
export const slowTestTools: readonly Tool[] = [{ file: '/usr/bin/mpv', debianPackage: 'mpv' }];

/** Installs missing tools by apt where that is possible, else says how and stops. */
export async function installTestTools(more: readonly Tool[] = []): Promise<void> {
  const missing = [...tools, ...more].filter(({ file }) => !existsSync(file));
  if (missing.length === 0) return;
  const packages = missing.map(({ debianPackage }) => debianPackage);
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    console.log(`• installing ${packages.join(', ')} …`);
    const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await runCommand('apt-get', ['update', '-qq'], quiet);
    const code = await runCommand(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...packages],
      quiet,
    );
    if (code === 0) return;
  }
  console.error(
    `The tests need ${packages.join(', ')}. On Debian 12:\n  sudo apt-get install ${packages.join(' ')}\n` +
      'Elsewhere install PostgreSQL 15 with PostGIS 3.3, Chromium, ffmpeg, GDAL, GStreamer’s RTSP server with its Python binding and Noto CJK fonts, and run npm test again.',
  );
  process.exit(1);
}
