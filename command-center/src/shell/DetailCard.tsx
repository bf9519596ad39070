import { CityComponentCard } from '#city-components/CityComponentCard.tsx';
import { GridCellCard } from '#grid-cells/GridCellCard.tsx';
import { IncidentCard } from '#incidents/IncidentCard.tsx';
import { select, useMapModel } from '#map/map-model.ts';
import { PlaceCard } from '#places/PlaceCard.tsx';
import { UnitCard } from '#units/UnitCard.tsx';

/** The card of whatever is selected. Cameras open as windows and areas re-scope: neither has a card. */
export function DetailCard() {
  const selection = useMapModel((model) => model.selection);
  if (!selection) return null;
  const { kind, id } = selection;
  const close = (): void => select(null);
  switch (kind) {
    case 'incident':
      return <IncidentCard key={id} id={id} onClose={close} />;
    case 'city-component':
      return <CityComponentCard key={id} code={id} onClose={close} />;
    case 'place':
      return <PlaceCard key={id} id={id} onClose={close} />;
    case 'unit':
      return <UnitCard key={id} id={id} onClose={close} />;
    case 'grid-cell':
      return <GridCellCard key={id} id={id} onClose={close} />;
    case 'area':
    case 'camera':
    case 'road':
      return null;
  }
}
