import type { ReactNode } from 'react';
import { faceOf } from './face.ts';
import { Panel } from './Panel.tsx';
import { PanelFaces } from './PanelFaces.tsx';
import styles from './RowsPanel.module.css';

type Rows<Row> = { total: number; nodes: readonly Row[] };

type RowsPanelProps<Row> = {
  title: string;
  className?: string | undefined;
  rows: Rows<Row> | undefined;
  error: unknown;
  refetch: () => unknown;
  words: {
    counted: (total: number) => string;
    none: string;
    /** Said where fewer came than there are. */
    shownOf: (shown: { shown: number; total: number }) => string;
  };
  onClose: () => void;
  children: (rows: Rows<Row>) => ReactNode;
};

/** The rows behind a figure, as many as it says. */
export function RowsPanel<Row>(props: RowsPanelProps<Row>) {
  const { title, className, rows, error, refetch, words, onClose, children } = props;
  return (
    <Panel
      className={className}
      title={title}
      aside={rows ? words.counted(rows.total) : null}
      onClose={onClose}
    >
      <PanelFaces
        of={faceOf({ value: rows, error, retry: () => void refetch() })}
        emptyWords={words.none}
        isEmpty={({ total }) => total === 0}
      >
        {(all) => (
          <>
            {children(all)}
            {all.total > all.nodes.length ? (
              <p className={styles.shown}>
                {words.shownOf({ shown: all.nodes.length, total: all.total })}
              </p>
            ) : null}
          </>
        )}
      </PanelFaces>
    </Panel>
  );
}
