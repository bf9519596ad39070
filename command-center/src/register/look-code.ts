/** 调阅码: what the mark on a picture shows of its look. */
const shownLetters = 6;

export const codeOf = (viewId: string): string => viewId.slice(0, shownLetters);

/** Null where what was typed cannot be one yet. */
export function codeIn(typed: string): string | null {
  const code = typed.trim();
  return /^[\w-]{6,64}$/.test(code) ? code : null;
}
