/** 配对: the short code that a screen shows and the desk types in. */
export const pairingCodeLength = 6;
/** Without what is read or heard as another. */
export const pairingAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const pairingSeconds = 10 * 60;

/** A code as typed by a hand, or null where it can be none. */
export function readPairingCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  const isOne =
    code.length === pairingCodeLength &&
    Array.from(code).every((letter) => pairingAlphabet.includes(letter));
  return isOne ? code : null;
}
