/** MediaMTX from its source, by the Go proxy: what the bench measures is known to the version, on any machine with Go. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../verify/run-command.ts';

const version = 'v1.20.1';
const kept = join(repositoryRoot, 'node_modules/.cache/media-mtx', version);

/** The program, or why there is none. */
export type Built = { program: string } | { absentBecause: string };

/** Takes minutes the first time; what was built is kept. */
export function buildMediaMtx(): Built {
  const program = join(kept, 'mediamtx');
  if (existsSync(program)) return { program };
  if (spawnSync('go', ['version']).status !== 0) return { absentBecause: 'no Go on this machine' };
  console.log(`• building MediaMTX ${version} …`);
  const module = `github.com/bluenviron/mediamtx@${version}`;
  const downloaded = run(['mod', 'download', '-json', module], repositoryRoot);
  if (downloaded.failed !== null) return { absentBecause: downloaded.failed };
  const { Dir } = JSON.parse(downloaded.said) as { Dir: string };
  const source = join(kept, 'source');
  rmSync(source, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  // What Go keeps is read-only, and two files are wanted that its own build downloads.
  cpSync(Dir, source, { recursive: true, mode: 0 });
  spawnSync('chmod', ['-R', 'u+w', source]);
  writeFileSync(join(source, 'internal/core/VERSION'), `${version}\n`);
  const player = join(repositoryRoot, 'node_modules/hls.js/dist/hls.min.js');
  copyFileSync(player, join(source, 'internal/servers/hls/hls.min.js'));
  const built = run(['build', '-o', join(kept, 'mediamtx.new'), '.'], source);
  rmSync(source, { recursive: true, force: true });
  if (built.failed !== null) return { absentBecause: built.failed };
  renameSync(join(kept, 'mediamtx.new'), program);
  return { program };
}

function run(words: readonly string[], cwd: string): { said: string; failed: string | null } {
  // Go fetches a newer one of itself where the module asks for it.
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' };
  const ran = spawnSync('go', words, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (ran.status === 0) return { said: ran.stdout, failed: null };
  const last = `${ran.stderr}${ran.stdout}`.trim().split('\n').at(-1) ?? '';
  return { said: '', failed: `go ${words[0]}: ${last}` };
}
