import { useQuery } from '@apollo/client/react';
import { ViewerDocument, type ViewerFieldsFragment } from './generated/graphql.ts';

export type Viewer = ViewerFieldsFragment;

/** Who is signed in: undefined while asked, null when nobody is. */
export function useViewer() {
  const { data, error, refetch } = useQuery(ViewerDocument);
  return { viewer: data?.viewer, error, refetch };
}
