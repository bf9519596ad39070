import { permissionsOf, roles } from '../roles.ts';
import { caseMoves, type CaseMove } from './moves.ts';

/** The table of moves as it stands in the documents. */
export function movesAsMarkdown(): string {
  const rows: readonly CaseMove[] = caseMoves;
  const lines = rows.map(({ move, from, to, by, needs = [], guards = [], photo = '' }) => {
    const who = roles.filter((role) => by.some((right) => permissionsOf(role).includes(right)));
    const cells = [
      move,
      from.join(', '),
      to,
      who.join(', '),
      needs.join(', '),
      guards.join(', '),
      photo,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '# Moves of a case',
    '',
    'Written by `moves.test.ts` out of [the table](src/domain/case/moves.ts); the words stand in GLOSSARY.md. `same`: the case stays in its state. `before`: where it stood before it was merged. `photo`: what its pictures show; a city says by a setting which of these moves are not made without one, `feed-back` where it says nothing. A state and a move that no row names are refused.',
    '',
    '| move | from | to | who | asks for | holds | photo |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}
