import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  IncidentClassesDocument,
  type CityComponentShownFragment,
} from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { askNewCase } from '#intake/asked-case.ts';
import { fittingClasses } from '#intake/fitting-classes.ts';
import { mayTakeDown } from '#intake/may-take-down.ts';
import { Button } from '#ui/Button.tsx';

/** Opens the seat's form with the component, its place and its class where it has one alone. */
export function ReportComponent({ shown }: { shown: CityComponentShownFragment }) {
  const { t } = useTranslation('city-components');
  const { viewer } = useViewer();
  const isOffered = mayTakeDown(viewer);
  const { data } = useQuery(IncidentClassesDocument, { skip: !isOffered });
  if (!isOffered) return null;
  const { code, name, address, position } = shown;
  const report = (): void => {
    const fitting = fittingClasses(data?.incidentClasses ?? [], code);
    askNewCase({
      cityComponent: { code, name },
      position: { longitude: position.longitude, latitude: position.latitude },
      address: address ?? name,
      classCode: fitting.length === 1 ? fitting[0]!.code : '',
    });
  };
  return (
    <Button look="solid" data-report-component={code} onClick={report}>
      {t('report')}
    </Button>
  );
}
