/**
 * The wall in the address, so that a screen of the hall can be set to one: /wall?cameras=a,b@incident&purpose=traffic.
 * A camera that is looked through for an incident names it behind an @; the others rest on the purpose.
 */
import { longestCameraId } from 'grid-data';
import { mostWallCameras, type WallCamera, type WallModel } from './wall-model.ts';

export type WallAddress = Pick<WallModel, 'cameras' | 'purpose'>;

const incidentId = /@([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Whatever makes no sense is left out. */
export function wallOfAddress(search: string): WallAddress {
  const query = new URLSearchParams(search);
  const named = (query.get('cameras') ?? '').split(',').map(cameraOf);
  const known = new Map(named.map((camera) => [camera.cameraId, camera]));
  known.delete('');
  const purpose = query.get('purpose');
  return {
    cameras: [...known.values()].slice(0, mostWallCameras),
    purpose: purpose !== null && /^[a-z-]{1,40}$/.test(purpose) ? purpose : null,
  };
}

function cameraOf(text: string): WallCamera {
  const [behind, id] = incidentId.exec(text) ?? [];
  const cameraId = behind === undefined ? text : text.slice(0, -behind.length);
  if (cameraId.length > longestCameraId) return { cameraId: '', basis: null };
  return { cameraId, basis: id === undefined ? null : { incidentId: id } };
}

/** Keeps what else the address says, such as language and face. */
export function addressOfWall(search: string, { cameras, purpose }: WallAddress): string {
  const query = new URLSearchParams(search);
  const ids = cameras.map(({ cameraId, basis }) =>
    basis !== null && 'incidentId' in basis ? `${cameraId}@${basis.incidentId}` : cameraId,
  );
  if (ids.length === 0) query.delete('cameras');
  else query.set('cameras', ids.join(','));
  if (purpose === null) query.delete('purpose');
  else query.set('purpose', purpose);
  const text = query
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%40', '@');
  return text === '' ? '' : `?${text}`;
}
