import { useEffect } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { UnitCardDocument } from '#gis/generated/graphql.ts';
import { setShape } from '#map/map-model.ts';
import { FollowUnit } from '#sights/follow/FollowUnit.tsx';
import { Age } from '#ui/Age.tsx';
import { CardBody } from '#ui/CardBody.tsx';
import { faceOf } from '#ui/face.ts';
import { Facts } from '#ui/Facts.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';

export function UnitCard({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('units');
  const { data, error, refetch } = useQuery(UnitCardDocument, {
    variables: { id },
    pollInterval: 5000,
  });
  useBeat(data?.unit?.beat ?? null);
  const face = faceOf({ value: data, error, retry: () => void refetch() });
  return (
    <Panel title={t('title')} onClose={onClose}>
      <PanelFaces of={face} emptyWords={t('empty')} isEmpty={({ unit }) => !unit}>
        {({ unit }) =>
          unit ? (
            <CardBody title={unit.name}>
              <Facts
                facts={[
                  [t('kind'), t(`kinds.${unit.kind}`, { defaultValue: unit.kind })],
                  [t('callSign'), unit.callSign],
                  [t('area'), unit.area.name],
                  [
                    t('speed'),
                    typeof unit.speedMps === 'number'
                      ? t('kmh', { speed: Math.round(unit.speedMps * 3.6) })
                      : null,
                  ],
                  [
                    t('heardFrom'),
                    unit.positionAt ? (
                      <Age key="age" since={new Date(unit.positionAt)} />
                    ) : (
                      t('neverHeard')
                    ),
                  ],
                ]}
              />
              <FollowUnit id={unit.id} name={unit.name} onDuty={isOnDuty(unit.positionAt)} />
            </CardBody>
          ) : null
        }
      </PanelFaces>
    </Panel>
  );
}

/** Its beat lies on the map while the card is open. */
function useBeat(beat: GeoJSON.Geometry | null): void {
  useEffect(() => {
    setShape(
      'unit-beat',
      beat && {
        geometry: beat,
        symbols: [{ kind: 'line', color: 'map-unit', opacity: 0.5, widthPx: 2, dashed: true }],
      },
    );
    return () => setShape('unit-beat', null);
  }, [beat]);
}

/** As the server counts it: heard of in the last ten minutes. */
const onDutyMs = 10 * 60_000;

function isOnDuty(positionAt: string | null | undefined): boolean {
  return positionAt != null && Date.now() - new Date(positionAt).getTime() < onDutyMs;
}
