import { ConditionList } from './ConditionList.tsx';
import { CameraList } from './CameraList.tsx';
import { IncidentList } from './IncidentList.tsx';
import { showList, useListRequest } from '#map/list-request.ts';

/** The rows behind a number. */
export function ListPanel() {
  const request = useListRequest();
  if (!request) return null;
  const close = (): void => void showList(null);
  switch (request.kind) {
    case 'incidents':
      return <IncidentList request={request} onClose={close} />;
    case 'cameras':
      return <CameraList request={request} onClose={close} />;
    case 'conditions':
      return <ConditionList request={request} onClose={close} />;
  }
}
