import { useEffect, useState } from 'react';
import { keepWords, keptWords } from './kept-words.ts';
import { sameWords, type ReportWords } from './report-words.ts';

/** What the house has: its words, and at which version; null where it has none yet. */
type Seen = { words: ReportWords; version: number | null };
type Draft = { text: ReportWords; upon: Seen };

type ReportDraft = {
  text: ReportWords;
  /** The version that the words were written upon. */
  version: number | null;
  unsaved: boolean;
  /** Somebody kept other words while these were written. */
  overtaken: boolean;
  change: (text: ReportWords) => void;
  takeTheirs: () => void;
  keepMine: () => void;
  /** The house keeps these words now. */
  sent: (words: ReportWords, now: Seen) => void;
};

/** Words upon a version of the house: without changes of one's own they follow it, with some they wait for a choice. */
export function useReportDraft(place: string, house: Seen): ReportDraft {
  const [draft, setDraft] = useState<Draft>(
    () => keptDraft(place) ?? { text: house.words, upon: house },
  );
  const { text, upon } = draft;
  const mine = !sameWords(text, upon.words) && !sameWords(text, house.words);
  const moved = house.version !== null && house.version !== upon.version;
  if (moved && !mine) setDraft({ text: house.words, upon: house });
  useEffect(() => keepWords(place, mine ? JSON.stringify(draft) : null), [place, mine, draft]);
  return {
    ...{ text, version: upon.version, unsaved: mine, overtaken: moved && mine },
    change: (next) => setDraft({ text: next, upon }),
    takeTheirs: () => setDraft({ text: house.words, upon: house }),
    keepMine: () => setDraft({ text, upon: house }),
    // What was typed while the answer was under way stays, upon the newer version.
    sent: (words, now) =>
      setDraft((late) => ({
        text: sameWords(late.text, words) ? now.words : late.text,
        upon: now,
      })),
  };
}

function keptDraft(place: string): Draft | null {
  try {
    return JSON.parse(keptWords(place) ?? 'null') as Draft | null;
  } catch {
    // Not ours to read: the house's words are there.
    return null;
  }
}
