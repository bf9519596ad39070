import { useEffect } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { GridCellCardDocument } from '#gis/generated/graphql.ts';
import { selectArea, setShape } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { CardBody } from '#ui/CardBody.tsx';
import { faceOf } from '#ui/face.ts';
import { Facts } from '#ui/Facts.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';

type GridCellCardProps = {
  /** Grid system and code with a slash between; the code alone means a unit cell. */
  id: string;
  onClose: () => void;
};

export function GridCellCard({ id, onClose }: GridCellCardProps) {
  const { t } = useTranslation('grid-cells');
  const [gridSystem, code] = id.includes('/') ? (id.split('/') as [string, string]) : ['unit', id];
  const { data, error, refetch } = useQuery(GridCellCardDocument, {
    variables: { gridSystem, code },
  });
  useOutline(data?.gridCell?.outline ?? null);
  const face = faceOf({ value: data, error, retry: () => void refetch() });
  return (
    <Panel title={t(`systems.${gridSystem}`)} onClose={onClose}>
      <PanelFaces of={face} emptyWords={t('empty')} isEmpty={({ gridCell }) => !gridCell}>
        {({ gridCell: cell }) =>
          cell ? (
            <CardBody title={cell.name}>
              <Facts
                facts={[
                  [t('code'), cell.code],
                  [
                    t('area'),
                    <Button key="area" look="plain" onClick={() => selectArea(cell.area.code)}>
                      {cell.area.name}
                    </Button>,
                  ],
                  [t('size'), t('hectares', { size: (cell.areaM2 / 10_000).toFixed(1) })],
                  [t('landUse'), cell.landUse],
                  ...cell.workers.map(
                    ({ post, displayName }) => [t('worker', { post }), displayName] as const,
                  ),
                ]}
              />
            </CardBody>
          ) : null
        }
      </PanelFaces>
    </Panel>
  );
}

function useOutline(outline: GeoJSON.Geometry | null): void {
  useEffect(() => {
    setShape(
      'selected-cell',
      outline && {
        geometry: outline,
        symbols: [
          { kind: 'fill', color: 'accent', opacity: 0.12 },
          { kind: 'line', color: 'accent', opacity: 1, widthPx: 2 },
        ],
      },
    );
    return () => setShape('selected-cell', null);
  }, [outline]);
}
