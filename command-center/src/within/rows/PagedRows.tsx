import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { OperationVariables } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreRows } from '#lists/MoreRows.tsx';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';

type PageOf<Row> = {
  nodes: readonly Row[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
};

type PagedRowsProps<Field extends string, Row, Variables extends OperationVariables> = {
  document: TypedDocumentNode<Record<Field, PageOf<Row>>, Variables>;
  variables: Variables;
  field: Field;
  renderRow: (row: Row) => ReactNode;
  keyOf: (row: Row) => string;
};

/** Rows of a list page by page, in the order in which the list keeps them. */
export function PagedRows<Field extends string, Row, Variables extends OperationVariables>(
  props: PagedRowsProps<Field, Row, Variables>,
) {
  const { variables, field, renderRow, keyOf } = props;
  // Which variables it takes has been checked where they were given.
  const document = props.document as TypedDocumentNode<Record<Field, PageOf<Row>>>;
  const { t } = useTranslation('within');
  const { data, error, refetch, fetchMore } = useQuery(document, { variables });
  const page = data?.[field] as PageOf<Row> | undefined;
  const face = faceOf({ value: page, error, retry: () => void refetch() });
  const more = (after: string) =>
    fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => {
        const next = fetchMoreResult[field];
        return { ...before, [field]: { ...next, nodes: [...before[field].nodes, ...next.nodes] } };
      },
    });
  return (
    <PanelFaces of={face} emptyWords={t('nothing')} isEmpty={({ nodes }) => nodes.length === 0}>
      {({ nodes, pageInfo }) => (
        <>
          <ul data-list="within">
            {nodes.map((each) => (
              <li key={keyOf(each)}>{renderRow(each)}</li>
            ))}
          </ul>
          <MoreRows pageInfo={pageInfo} more={more} />
        </>
      )}
    </PanelFaces>
  );
}
