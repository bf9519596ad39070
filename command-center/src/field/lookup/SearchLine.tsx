import { Search } from 'lucide-react';
import report from '../report/Report.module.css';

type SearchLineProps = { label: string; typed: string; onType: (typed: string) => void };

/** Looks while it is typed. */
export function SearchLine({ label, typed, onType }: SearchLineProps) {
  return (
    <label className={report.search}>
      <Search size="1.1em" aria-hidden />
      <span className="visually-hidden">{label}</span>
      <input
        type="search"
        value={typed}
        placeholder={label}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          // The key of the phone's keyboard looks: it must not send the report around it.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
    </label>
  );
}
