/** The handles of the camera in hand. */
import { draggedPose, handlePlaces, poseHandles, type PoseHandle } from 'grid-data';
import { gripReachPx, watchGrips } from '#draw/grip-pointer.ts';
import { changePose, surveyState } from './survey-state.ts';

export function watchHandles(): () => void {
  return watchGrips<PoseHandle>({
    /** The uppermost near the pointer. */
    gripAt(point, project) {
      const { draft } = surveyState.get();
      if (draft === null) return null;
      const places = handlePlaces(draft);
      const near = poseHandles.filter((handle) => {
        const at = project(places[handle]);
        return at !== null && Math.hypot(at.x - point.x, at.y - point.y) <= gripReachPx;
      });
      return near.at(-1) ?? null;
    },
    drag(handle, to) {
      const { draft } = surveyState.get();
      if (draft !== null) changePose(draggedPose(draft, handle, to));
    },
  });
}
