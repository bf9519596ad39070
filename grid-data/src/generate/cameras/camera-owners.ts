import type { CameraOwner, CameraPurpose, PlaceClass } from '#domain/camera.ts';
import type { DemoPlatform, SceneKind } from '../rows.ts';

/** What each owner may file for: a camera of public security is no city management camera. */
export const purposesByOwner: Record<CameraOwner, readonly CameraPurpose[]> = {
  'public-security': ['public-security', 'emergency'],
  'township-xueliang': ['public-security', 'emergency'],
  'city-management': ['city-management', 'emergency'],
  traffic: ['traffic', 'emergency'],
  school: ['campus-safety', 'emergency'],
  water: ['flood-control', 'emergency'],
  forestry: ['forest-fire', 'emergency'],
  other: ['emergency'],
};

/** Towns and traffic police have platforms of their own; all others hang on the bureau's. */
export function platformOf(owner: CameraOwner): DemoPlatform {
  if (owner === 'traffic') return 'signed-get';
  return owner === 'township-xueliang' ? 'icc' : 'artemis';
}

/** Industry digits of the GB/T 28181 code by owner. */
export const industryByOwner: Record<CameraOwner, string> = {
  'public-security': '00',
  'township-xueliang': '01',
  'city-management': '08',
  traffic: '04',
  school: '11',
  water: '07',
  forestry: '40',
  other: '03',
};

const sceneByPlace: Partial<Record<PlaceClass, SceneKind>> = {
  square: 'square',
  station: 'square',
  market: 'square',
  park: 'square',
  'scenic-area': 'hills',
  'forest-lookout': 'hills',
  river: 'river',
  'school-gate': 'school-gate',
};

export function sceneOf(place: PlaceClass): SceneKind {
  return sceneByPlace[place] ?? 'street';
}
