/** What somebody was about to write into the log, kept over a reload. */
const key = 'cloud-eye.duty-entry';

export function keptEntry(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    // Storage is closed: nothing was kept.
    return '';
  }
}

export function keepEntry(text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // As above: what is written stays on the page for as long as it is open.
  }
}
