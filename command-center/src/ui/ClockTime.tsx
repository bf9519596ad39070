import { clockWords } from './clock-words.ts';

type ClockTimeProps = { at: Date; seconds?: boolean };

/** A time of the city's clock; the full date stands in its title. */
export function ClockTime({ at, seconds = true }: ClockTimeProps) {
  return (
    <time dateTime={at.toISOString()} title={clockWords(at, 'full')}>
      {clockWords(at, seconds ? 'seconds' : 'minutes')}
    </time>
  );
}
