import styles from './CaseRules.module.css';

type TicksProps = {
  title: string;
  all: readonly { key: string; name: string }[];
  ticked: readonly string[];
  onTick: (ticked: string[]) => void;
};

/** Several of a few words. */
export function Ticks({ title, all, ticked, onTick }: TicksProps) {
  return (
    <div className={styles.ticks} role="group" aria-label={title}>
      <span className={styles.quiet}>{title}</span>
      {all.map(({ key, name }) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={ticked.includes(key)}
            onChange={(event) =>
              onTick(
                event.target.checked ? [...ticked, key] : ticked.filter((each) => each !== key),
              )
            }
          />
          {name}
        </label>
      ))}
    </div>
  );
}
