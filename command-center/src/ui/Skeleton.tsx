import styles from './Skeleton.module.css';

/** Shows itself only after 150 ms (in its styles): what comes sooner never flickers. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div className={styles.skeleton} aria-busy="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}
