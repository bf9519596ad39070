import type { TypePolicies } from '@apollo/client';

/** What tells two things of a type apart, where it is not `id`; things that are parts of another have no key. */
export const keyFields: TypePolicies = {
  Area: { keyFields: ['code'], fields: { counts: { merge: true } } },
  GridCell: { keyFields: ['gridSystem', 'code'] },
  CityComponent: { keyFields: ['code'] },
  CityComponentClass: { keyFields: ['code'] },
  IncidentClass: { keyFields: ['code'] },
  JournalEntry: { keyFields: false },
  RankedCamera: { keyFields: false },
  CameraSight: { keyFields: ['cameraId'] },
  SearchHit: { keyFields: false },
  // The same number of another place or moment is another number.
  SituationFigure: { keyFields: false },
  CameraTicket: { keyFields: false },
  Viewer: { keyFields: ['userId'] },
};
