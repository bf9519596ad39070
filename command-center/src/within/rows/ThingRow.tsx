import { flyToPlace } from '#map/map-host.ts';
import type { ThingKind } from '#map/engine.ts';
import { openCamera, select } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import lists from '#lists/lists.module.css';

type ThingRowProps = {
  kind: ThingKind;
  id: string;
  name: string;
  aside: string;
  position: { longitude: number; latitude: number } | null | undefined;
};

/** A thing of the list; a click opens it and shows it on the map. */
export function ThingRow({ kind, id, name, aside, position }: ThingRowProps) {
  const place = position ? ([position.longitude, position.latitude] as const) : null;
  const open = (): void => {
    if (kind === 'camera') openCamera({ cameraId: id, basis: null, reason: null, position: place });
    else select({ kind, id, position: place });
    if (place) flyToPlace(place);
  };
  return (
    <Button look="plain" className={lists.camera} data-row={id} onClick={open}>
      <span className={lists.name}>{name}</span>
      <span className={lists.aside}>{aside}</span>
    </Button>
  );
}
