/** 参观模式 of this page: it hides names, numbers and live pictures; the hall's screens are told through the server. */
import { gisClient } from '#gis/client.ts';
import { newCommandId } from '#gis/command-id.ts';
import { SetWallGuestsDocument } from '#gis/generated/graphql.ts';
import { mapModel } from '#map/map-model.ts';
import { createStore, useStore } from '#ui/create-store.ts';

/** What tells of people and cases on the map; roads, waters and areas are everybody's. */
export const withheldFromGuests = ['incidents', 'cameras', 'units', 'city-components'];

const key = 'cloud-eye.guests';

type State = {
  here: boolean;
  /** The screens could not be told; the page itself hides all the same. */
  wallFailed: boolean;
};

/** A page that reloads must not show for a moment what it hid before. */
const state = createStore<State>({
  here: sessionStorage.getItem(key) !== null,
  wallFailed: false,
});
if (state.get().here) mapModel.set({ withheldLayers: withheldFromGuests });

export function useGuests<Part>(select: (state: State) => Part): Part {
  return useStore(state, select);
}

/** Hides here at once, and on the screens of the hall as soon as the server has heard; ends both the same way. */
export function toggleGuests(): void {
  const here = !state.get().here;
  if (here) sessionStorage.setItem(key, 'here');
  else sessionStorage.removeItem(key);
  state.set({ here, wallFailed: false });
  mapModel.set({
    withheldLayers: here ? withheldFromGuests : [],
    ...(here ? { openCameras: [] } : {}),
  });
  tellWall(here);
}

export function tellWall(present: boolean): void {
  gisClient
    .mutate({
      mutation: SetWallGuestsDocument,
      variables: { commandId: newCommandId(), present },
      refetchQueries: ['WallGuests'],
    })
    .then(
      () => state.set({ wallFailed: false }),
      () => state.set({ wallFailed: true }),
    );
}
