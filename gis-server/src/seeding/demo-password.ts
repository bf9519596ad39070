import { randomInt } from 'node:crypto';

const consonants = 'bdfghjkmnprstvwz';
const vowels = 'aeiou';

/** A password that can be read aloud: four times two syllables and a number, about 50 bits. */
export function demoPassword(): string {
  const word = () => Array.from({ length: 2 }, () => pick(consonants) + pick(vowels)).join('');
  return `${word()}-${word()}-${word()}-${randomInt(1000, 10_000)}`;
}

function pick(letters: string): string {
  return letters[randomInt(letters.length)] as string;
}
