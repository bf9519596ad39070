/** What somebody was about to write, kept over a reload until it is sent; each form has its own place. */
const prefix = 'cloud-eye.words.';

export function keptWords(of: string): string | null {
  try {
    return localStorage.getItem(prefix + of);
  } catch {
    // Storage is closed: nothing was kept.
    return null;
  }
}

export function keepWords(of: string, words: string | null): void {
  try {
    if (words === null) localStorage.removeItem(prefix + of);
    else localStorage.setItem(prefix + of, words);
  } catch {
    // As above: what is written stays on the page for as long as it is open.
  }
}
