import type { ChildProcess } from 'node:child_process';
import type { City } from '#seeding/seed-state.ts';
import { startChild } from './child-process.ts';
import type { LaunchOptions } from './options.ts';

export type Seeding = { root: string; options: LaunchOptions; env: Record<string, string> };

/** Runs migrations and, into an empty database, the demo city; idempotent. Answers whose city stands there. */
export function seedDatabase(
  { root, options, env }: Seeding,
  onStep: (text: string) => void,
  onChild: (child: ChildProcess) => void = () => {},
): Promise<City> {
  const args = options.empty
    ? ['--empty']
    : ['--scale', String(options.scale), '--seed', String(options.seed)];
  return new Promise((resolve, reject) => {
    const lastLines: string[] = [];
    let city: City = 'own';
    const child = startChild(
      { name: 'seed', root, entryFile: 'gis-server/src/seeding/main.ts', args, env },
      {
        onReady: () => {},
        onLine: (line) => {
          if (line.startsWith('step ')) onStep(line.slice(5));
          else if (line === 'city demo') city = 'demo';
          else lastLines.push(line);
        },
        onExit: (why) =>
          why === 'exit code 0' ? resolve(city) : reject(new Error(lastLines.slice(-8).join('\n'))),
      },
    );
    onChild(child);
  });
}
