/** Whether somebody may look through a camera, and for which purpose: one rule for ticket, ranking and list alike. */
import { seesArea } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import {
  breakGlassPurpose,
  dutyPurposesOf,
  forbiddenPlaceClasses,
  platformListReason,
  type CameraState,
  type ViewRefusal,
} from 'grid-data';

export type CameraToView = {
  areaCode: string;
  state: CameraState;
  stateReason: string | null;
  goneAt: Date | null;
  /** Purposes its owner filed. */
  purposes: readonly string[];
  placeClass: string;
};

/**
 * Why somebody looks: for a case, whose class names the purposes and which opens nothing once it is closed; by the
 * viewer's own duty; in an emergency that no purpose covers; or any of these at all.
 */
export type ViewGround =
  | { kind: 'incident'; purposes: readonly string[] }
  | { kind: 'incident-closed' }
  | { kind: 'duty'; purpose: string }
  /** 破窗查看: with a written reason, by a supervisor on duty. */
  | { kind: 'break-glass' }
  | { kind: 'any' };

export type ViewDecision =
  | { permitted: true; purpose: string }
  | { permitted: false; refusal: ViewRefusal };

/** Purposes that the viewer may state by duty alone. */
export function dutyPurposes(viewer: Viewer): readonly string[] {
  return mayLook(viewer) ? dutyPurposesOf(viewer.role) : [];
}

/** Purposes that a look on this ground may rest on. */
export function purposesOn(viewer: Viewer, ground: ViewGround): readonly string[] {
  switch (ground.kind) {
    case 'incident':
      return ground.purposes;
    case 'incident-closed':
    case 'break-glass':
      return [];
    case 'duty':
      return dutyPurposes(viewer).filter((purpose) => purpose === ground.purpose);
    case 'any':
      return dutyPurposes(viewer);
  }
}

/**
 * `answered`: whether somebody answers for the look. A wall's and a rule's are charged to the person on duty; who
 * breaks the glass must be on duty.
 */
export function decideCameraView(
  viewer: Viewer,
  camera: CameraToView,
  ground: ViewGround,
  answered: boolean,
): ViewDecision {
  if (ground.kind === 'incident-closed') return refused('incident-closed');
  if (!mayLook(viewer)) return refused('permission-missing');
  if (!seesArea(viewer, camera.areaCode)) return refused('outside-scope');
  if (camera.goneAt !== null) return refused('camera-gone');
  if (ground.kind === 'break-glass') return decideBreakGlass(viewer, camera, answered);
  const purpose = purposesOn(viewer, ground).find((each) => camera.purposes.includes(each));
  if (purpose === undefined) return refused(purposeRefusal(viewer, ground));
  if (!answered) return refused('nobody-on-duty');
  if (isListedOffline(camera)) return refused('camera-offline');
  return { permitted: true, purpose };
}

function decideBreakGlass(viewer: Viewer, camera: CameraToView, onDuty: boolean): ViewDecision {
  if (!viewer.permissions.has('camera.break-glass')) return refused('permission-missing');
  if (isForbiddenPlace(camera.placeClass)) return refused('place-forbidden');
  if (!onDuty) return refused('not-on-duty');
  if (dutyPurposes(viewer).some((each) => camera.purposes.includes(each))) {
    return refused('purpose-suffices');
  }
  return isListedOffline(camera)
    ? refused('camera-offline')
    : { permitted: true, purpose: breakGlassPurpose };
}

/** Refused on import too; where one stands in the table all the same, nothing opens it. */
function isForbiddenPlace(placeClass: string): boolean {
  return forbiddenPlaceClasses.some((each) => each === placeClass);
}

function mayLook(viewer: Viewer): boolean {
  return viewer.role === 'wall' || viewer.permissions.has('camera.view');
}

/** What a pull found out may have passed: only trying tells. A platform that lists a camera as off need not be asked. */
function isListedOffline({ state, stateReason }: CameraToView): boolean {
  return state === 'offline' && stateReason === platformListReason;
}

function purposeRefusal(viewer: Viewer, ground: ViewGround): ViewRefusal {
  const notOfDuty = ground.kind === 'duty' && purposesOn(viewer, ground).length === 0;
  return notOfDuty ? 'purpose-not-of-duty' : 'purpose-not-filed';
}

function refused(refusal: ViewRefusal): ViewDecision {
  return { permitted: false, refusal };
}
