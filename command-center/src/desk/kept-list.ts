/**
 * What somebody has at the desk, kept over a reload: the list they work in, the note that they write to the next shift, what they
 * have seen of limits. */
const key = 'cloud-eye.desk-list';
const noteKey = 'cloud-eye.shift-note';
const seenKey = 'cloud-eye.seen-escalations';

export function keptList(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is closed: the desk opens with the first list that holds something.
    return null;
  }
}

export function keepList(list: string): void {
  try {
    localStorage.setItem(key, list);
  } catch {
    // As above.
  }
}

export function keptNote(): string {
  try {
    return localStorage.getItem(noteKey) ?? '';
  } catch {
    // Storage is closed: nothing was kept.
    return '';
  }
}

export function keepNote(text: string): void {
  try {
    localStorage.setItem(noteKey, text);
  } catch {
    // As above: what is written stays on the page for as long as it is open.
  }
}

/** The last ones alone: a limit of last month tells nobody anything. */
const mostSeen = 200;

export function keptSeen(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(seenKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    // Storage is closed or holds something else: all of it is news.
    return [];
  }
}

export function keepSeen(mark: string): void {
  try {
    const marks = [...keptSeen().filter((each) => each !== mark), mark].slice(-mostSeen);
    localStorage.setItem(seenKey, JSON.stringify(marks));
  } catch {
    // As above.
  }
}
