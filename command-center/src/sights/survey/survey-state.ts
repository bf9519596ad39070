/** A camera that is being put right on the map: how it stood, how it is drawn now, and what it would see so. */
import type { CameraPose } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import { gisClient } from '#gis/client.ts';
import {
  SightPreviewDocument,
  SurveyCameraDocument,
  SurveyedCameraDocument,
  type SightPreviewQuery,
  type SurveyedPoseFragment,
} from '#gis/generated/graphql.ts';
import { refusalOf, type Refusal } from '#session/refusal.ts';
import { createStore, useStore } from '#ui/create-store.ts';
import { drawSurvey } from './survey-shapes.ts';

export type Sight = SightPreviewQuery['sightPreview'];
type Surveyed = { id: string; name: string; kind: string; version: number };

export type SurveyState = {
  camera: Surveyed | null;
  /** As it is kept; null while it is asked for. */
  saved: CameraPose | null;
  draft: CameraPose | null;
  /** What it would see as drafted; null while that is worked out. */
  sight: Sight | null;
  /** What a save of this page replaced: the way back. */
  replaced: CameraPose | null;
  /** Somebody else's pose, saved meanwhile. */
  theirs: CameraPose | null;
  refusal: Refusal | null;
  saving: boolean;
};

const nothing: SurveyState = {
  camera: null,
  saved: null,
  draft: null,
  sight: null,
  replaced: null,
  theirs: null,
  refusal: null,
  saving: false,
};
export const surveyState = createStore<SurveyState>({ ...nothing });

export function useSurvey<Part>(select: (state: SurveyState) => Part): Part {
  return useStore(surveyState, select);
}

export async function beginSurvey(cameraId: string): Promise<void> {
  endSurvey();
  const found = await askPose(cameraId);
  if (!found) return;
  const saved = poseOf(found);
  surveyState.set({ ...nothing, camera: surveyedOf(found), saved, draft: saved });
  show();
}

/** Answers whether one was in hand. */
export function endSurvey(): boolean {
  const { camera } = surveyState.get();
  asked += 1;
  surveyState.set({ ...nothing });
  show();
  return camera !== null;
}

export function changePose(draft: CameraPose): void {
  surveyState.set({ draft, refusal: null });
  show();
}

export function isChanged({ saved, draft }: Pick<SurveyState, 'saved' | 'draft'>): boolean {
  return JSON.stringify(saved) !== JSON.stringify(draft);
}

export async function saveSurvey(): Promise<void> {
  const { draft, saved } = surveyState.get();
  if (draft && saved && (await keep(draft))) surveyState.set({ replaced: saved });
}

/** What was there before the last save, kept anew: another survey, with its own row in the journal. */
export async function undoSurvey(): Promise<void> {
  const { replaced } = surveyState.get();
  if (replaced && (await keep(replaced))) surveyState.set({ replaced: null });
}

/** Whose version stands after a conflict: theirs is taken up, or ours is laid over it in full sight. */
export function settleConflict(whose: 'mine' | 'theirs'): void {
  const { theirs, draft } = surveyState.get();
  if (!theirs) return;
  surveyState.set({
    saved: theirs,
    draft: whose === 'theirs' ? theirs : draft,
    theirs: null,
    refusal: null,
  });
  show();
  if (whose === 'mine') void saveSurvey();
}

async function keep(pose: CameraPose): Promise<boolean> {
  const { camera } = surveyState.get();
  if (!camera) return false;
  surveyState.set({ saving: true, refusal: null });
  const { position, ...angles } = inputOf(pose);
  try {
    const { data } = await gisClient.mutate({
      mutation: SurveyCameraDocument,
      variables: {
        input: {
          ...{ commandId: newCommandId(), id: camera.id, version: camera.version, position },
          ...angles,
        },
      },
    });
    const kept = data?.surveyCamera;
    if (!kept || surveyState.get().camera?.id !== camera.id) return false;
    surveyState.set({ camera: surveyedOf(kept), saved: poseOf(kept), draft: poseOf(kept) });
    show();
    return true;
  } catch (error) {
    await refused(camera.id, refusalOf(error));
    return false;
  } finally {
    surveyState.set({ saving: false });
  }
}

async function refused(cameraId: string, refusal: Refusal): Promise<void> {
  surveyState.set({ refusal });
  if (refusal.reason !== 'version-conflict') return;
  const now = await askPose(cameraId);
  if (!now || surveyState.get().camera?.id !== cameraId) return;
  surveyState.set({ camera: surveyedOf(now), theirs: poseOf(now) });
  show();
}

async function askPose(id: string): Promise<SurveyedPoseFragment | null> {
  const answer = await gisClient
    .query({ query: SurveyedCameraDocument, variables: { id }, fetchPolicy: 'network-only' })
    .catch(() => null);
  return answer?.data?.camera ?? null;
}

const gatherMs = 120;
let gathering: ReturnType<typeof setTimeout> | undefined;
/** Only the answer to the newest question counts. */
let asked = 0;

function show(): void {
  const state = surveyState.get();
  drawSurvey(state);
  clearTimeout(gathering);
  if (state.camera && state.draft) gathering = setTimeout(() => void preview(), gatherMs);
}

async function preview(): Promise<void> {
  const { camera, draft } = surveyState.get();
  if (!camera || !draft) return;
  const turn = (asked += 1);
  const answer = await gisClient
    .query({
      query: SightPreviewDocument,
      variables: { cameraId: camera.id, pose: inputOf(draft) },
      fetchPolicy: 'no-cache',
    })
    .catch((error: unknown) => ({ error }));
  if (turn !== asked) return;
  if ('data' in answer && answer.data) surveyState.set({ sight: answer.data.sightPreview });
  else surveyState.set({ sight: null, refusal: refusalOf(answer.error) });
  drawSurvey(surveyState.get());
}

function inputOf({ longitude, latitude, ...angles }: CameraPose) {
  return { position: { longitude, latitude }, ...angles };
}

function surveyedOf({ id, name, kind, version }: SurveyedPoseFragment): Surveyed {
  return { id, name, kind, version };
}

function poseOf({ position, ...found }: SurveyedPoseFragment): CameraPose {
  return {
    longitude: position.longitude,
    latitude: position.latitude,
    bearingDeg: found.bearingDeg ?? null,
    widthDeg: found.widthDeg ?? null,
    rangeMeters: found.rangeMeters ?? null,
    heightMeters: found.heightMeters ?? null,
  };
}
