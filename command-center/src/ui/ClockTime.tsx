import { clockWords } from './clock-words.ts';

type ClockTimeProps = { at: Date; seconds?: boolean };

/** A time of the city's clock, with its day where that is not today; the full date stands in its title. */
export function ClockTime({ at, seconds = true }: ClockTimeProps) {
  return (
    <time dateTime={at.toISOString()} title={clockWords(at, 'full')}>
      {clockWords(at, isToday(at) ? (seconds ? 'seconds' : 'minutes') : 'dayMinutes')}
    </time>
  );
}

const dayOf = (at: Date) => clockWords(at, 'full').slice(0, 10);
const isToday = (at: Date) => dayOf(at) === dayOf(new Date());
