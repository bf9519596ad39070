/** What somebody has at the desk, kept over a reload: the list they work in, the note that they write to the next shift. */
const key = 'cloud-eye.desk-list';
const noteKey = 'cloud-eye.shift-note';

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
