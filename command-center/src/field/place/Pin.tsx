import styles from './Place.module.css';

/** Its tip stands in the middle of the map. */
export function Pin() {
  return (
    <svg className={styles.pin} viewBox="0 0 24 32" aria-hidden>
      <path d="M12 31C5 21 2 16.500 2 11.500a10 10 0 0 1 20 0C22 16.500 19 21 12 31Z" />
      <circle cx="12" cy="11.500" r="4" />
    </svg>
  );
}
