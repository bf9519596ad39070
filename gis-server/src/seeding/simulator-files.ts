/** What the city simulator lives on, and the accounts that npm start prints; all readable by this user alone. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canTurn, sightRelation } from 'grid-data';
import type { CameraRow, DemoCity } from 'grid-data/generate';
import type { SeededAccount } from './people.ts';

/** Enough places for incidents to come up anywhere in the county without being a list of all of them. */
const spotCount = 1000;

export function writeSimulatorFiles(
  folder: string,
  city: DemoCity,
  accounts: readonly SeededAccount[],
): void {
  const signIn = accounts.filter(({ password }) => password !== null);
  write(folder, 'simulator-cameras.json', city.cameras);
  write(
    folder,
    'simulator-units.json',
    city.units.map(({ id, kind, beat }) => ({ id, kind, beat: beat.coordinates })),
  );
  write(folder, 'simulator-spots.json', spots(city));
  write(
    folder,
    'simulator-accounts.json',
    signIn.map(({ name, password, areaCode, role, departmentCode }) => ({
      name,
      password,
      areaCode,
      role,
      departmentCode,
    })),
  );
  const areaNames = new Map(city.areas.map(({ code, name }) => [code, name]));
  write(
    folder,
    'demo-accounts.json',
    signIn.map(({ role, areaCode, name, password }) => ({
      role,
      area: areaNames.get(areaCode) ?? areaCode,
      name,
      password,
    })),
  );
}

/**
 * Past incidents tell where and what kind the next ones are. Half of them lie where a camera filed for their kind looks:
 * cameras hang where something happens, and a demonstration should show it.
 */
function spots(city: DemoCity) {
  const purposesOf = new Map(city.incidentClasses.map(({ code, purposes }) => [code, purposes]));
  const past = spread([...city.incidents], spotCount * 4);
  const watched = past.filter((incident) =>
    city.cameras.some((camera) =>
      serves(camera, incident, purposesOf.get(incident.classCode) ?? []),
    ),
  );
  return [...spread(watched, spotCount / 2), ...spread(past, spotCount / 2)].map(
    ({ classCode, title, longitude, latitude, areaCode, address }) => ({
      classCode,
      title,
      longitude,
      latitude,
      areaCode,
      address,
    }),
  );
}

/** About a kilometre: beyond it no camera sees, and the true distance need not be worked out. */
const farDegrees = 0.01;

function serves(
  camera: CameraRow,
  { longitude, latitude }: { longitude: number; latitude: number },
  purposes: readonly string[],
): boolean {
  if (Math.abs(camera.latitude - latitude) > farDegrees) return false;
  if (camera.state !== 'online' || !camera.purposes.some((each) => purposes.includes(each)))
    return false;
  const relation = sightRelation(camera, canTurn(camera.kind), [longitude, latitude]);
  return relation === 'sees' || relation === 'can-turn';
}

/** Every so many of them, `count` at most. */
function spread<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.ceil(all.length / count));
  return all.filter((_, index) => index % step === 0);
}

function write(folder: string, name: string, content: unknown): void {
  writeFileSync(join(folder, name), `${JSON.stringify(content)}\n`, { mode: 0o600 });
}
