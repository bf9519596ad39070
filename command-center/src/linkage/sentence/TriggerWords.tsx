import { useSentence } from './sentence-context.ts';
import {
  BecomesBlank,
  HappeningBlank,
  KindBlank,
  MinutesBlank,
  MomentBlank,
  UnitKindsBlank,
  WhereBlank,
} from './TriggerBlanks.tsx';
import { WordsWithBlanks } from './words-with-blanks.tsx';

/** The beginning of the sentence: what must happen, and where. */
export function TriggerWords() {
  const { when } = useSentence().rule;
  const everywhere = { kind: <KindBlank />, where: <WhereBlank /> };
  switch (when.kind) {
    case 'incident':
      return (
        <WordsWithBlanks
          of="incident"
          blanks={{ ...everywhere, happening: <HappeningBlank when={when} /> }}
        />
      );
    case 'camera':
      return (
        <WordsWithBlanks
          of="camera"
          blanks={{ ...everywhere, becomes: <BecomesBlank when={when} /> }}
        />
      );
    case 'unit':
      return (
        <WordsWithBlanks
          of={when.happening === 'absent' ? 'unitAbsent' : 'unit'}
          blanks={{
            ...everywhere,
            happening: <HappeningBlank when={when} />,
            kinds: <UnitKindsBlank when={when} />,
            ...(when.happening === 'absent' ? { minutes: <MinutesBlank when={when} /> } : {}),
          }}
        />
      );
    case 'time':
      return (
        <WordsWithBlanks
          of="time"
          blanks={{ ...everywhere, moment: <MomentBlank when={when} /> }}
        />
      );
  }
}
