/** A sentence of the words with its blanks in it, in the order that the language puts them. */
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Part = { text: string } | { blank: string };

const mark = (name: string): string => `⟦${name}⟧`;

/** Cuts a sentence whose blanks were filled with marks; what has no blank of that name stays text. */
function partsOf(sentence: string): Part[] {
  return sentence
    .split(/⟦(\w+)⟧/)
    .map((piece, index): Part => (index % 2 === 1 ? { blank: piece } : { text: piece }))
    .filter((part) => !('text' in part) || part.text !== '');
}

type WordsWithBlanksProps = {
  /** Key below `sentence` of the words. */
  of: string;
  blanks?: Readonly<Record<string, ReactNode>>;
};

export function WordsWithBlanks({ of, blanks = {} }: WordsWithBlanksProps) {
  const { t } = useTranslation('linkage');
  const marks = Object.fromEntries(Object.keys(blanks).map((name) => [name, mark(name)]));
  return partsOf(t(`sentence.${of}`, marks)).map((part) =>
    'text' in part ? (
      <Fragment key={part.text}>{part.text}</Fragment>
    ) : (
      <Fragment key={`blank ${part.blank}`}>{blanks[part.blank]}</Fragment>
    ),
  );
}
