import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { PlaceCardDocument } from '#gis/generated/graphql.ts';
import { selectArea } from '#map/map-model.ts';
import { PlaceCameras } from '#sights/place/PlaceCameras.tsx';
import { Button } from '#ui/Button.tsx';
import { CardBody } from '#ui/CardBody.tsx';
import { faceOf } from '#ui/face.ts';
import { Facts } from '#ui/Facts.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { SectionTitle } from '#ui/SectionTitle.tsx';

export function PlaceCard({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('places');
  const { data, error, refetch } = useQuery(PlaceCardDocument, { variables: { id } });
  const face = faceOf({ value: data, error, retry: () => void refetch() });
  return (
    <Panel title={t('title')} onClose={onClose}>
      <PanelFaces of={face} emptyWords={t('empty')} isEmpty={({ place }) => !place}>
        {({ place }) =>
          place ? (
            <CardBody title={place.name}>
              <Facts
                facts={[
                  [t('kind'), t(`kinds.${place.kind}`, { defaultValue: place.kind })],
                  [t('address'), place.address],
                  [
                    t('area'),
                    <Button key="area" look="plain" onClick={() => selectArea(place.area.code)}>
                      {place.area.name}
                    </Button>,
                  ],
                  [t('capacity'), place.capacity],
                ]}
              />
              <SectionTitle>{t('cameras')}</SectionTitle>
              <PlaceCameras place={[place.position.longitude, place.position.latitude]} />
            </CardBody>
          ) : null
        }
      </PanelFaces>
    </Panel>
  );
}
