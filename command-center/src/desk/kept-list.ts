/** The list somebody works in, kept over a reload. */
const key = 'cloud-eye.desk-list';

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
