import { useDeferredValue, useState } from 'react';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SearchDocument, type SearchQuery } from '#gis/generated/graphql.ts';
import { useFailureWords } from '#words/failure-words.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { findCommands, type PaletteCommand } from './find-commands.ts';
import styles from './SearchPalette.module.css';

export type SearchHit = SearchQuery['search'][number];

type SearchPaletteProps = {
  /** What the keyboard does too, and the pages that the account may open. */
  commands: readonly PaletteCommand[];
  onHit: (hit: SearchHit) => void;
  onClose: () => void;
};

/** Finds anything: areas, components, incidents, cameras, places, roads, units, people on duty, commands, pages. */
export function SearchPalette({ commands, onHit, onClose }: SearchPaletteProps) {
  const { t } = useTranslation('search');
  const failureWords = useFailureWords();
  const titleOf = useIncidentTitle();
  const [text, setText] = useState('');
  // What is marked holds for one list of offers: another list begins at its first.
  const [chosen, setChosen] = useState({ offered: '', value: '' });
  const asked = useDeferredValue(text.trim());
  const { data, previousData, loading, error } = useQuery(SearchDocument, {
    variables: { text: asked },
    skip: asked.length === 0,
  });
  const hits = asked ? ((data ?? previousData)?.search ?? []) : [];
  const found = findCommands(commands, asked);
  const values = [...hits.map(valueOfHit), ...found.map(({ id }) => `command/${id}`)];
  const offered = values.join(' ');
  const marked = chosen.offered === offered ? chosen.value : (values[0] ?? '');
  const take = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Command.Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      label={t('label')}
      shouldFilter={false}
      value={marked}
      onValueChange={(value) => setChosen({ offered, value })}
      overlayClassName={styles.overlay ?? ''}
      contentClassName={styles.palette ?? ''}
    >
      <div className={styles.ask}>
        <Search size="1.2em" aria-hidden />
        <Command.Input value={text} onValueChange={setText} placeholder={t('placeholder')} />
      </div>
      <Command.List className={styles.list}>
        {error ? (
          <p className={styles.note}>{t('failed', { cause: failureWords(error) })}</p>
        ) : null}
        {asked && !loading && !error && hits.length + found.length === 0 ? (
          <p className={styles.note}>{t('nothing', { text: asked })}</p>
        ) : null}
        {hits.map((hit) => (
          <Command.Item
            key={valueOfHit(hit)}
            value={valueOfHit(hit)}
            className={styles.item}
            onSelect={take(() => onHit(hit))}
          >
            <span className={styles.kind}>{t(`kinds.${hit.kind}`)}</span>
            <span className={styles.title}>
              {hit.kind === 'incident' ? titleOf(hit.title) : hit.title}
            </span>
            <span className={styles.detail}>
              {hit.post ? `${t(`posts.${hit.post}`)} · ${hit.detail}` : hit.detail}
            </span>
          </Command.Item>
        ))}
        {found.map(({ id, kind, words, shortcut, run }) => (
          <Command.Item
            key={id}
            value={`command/${id}`}
            className={styles.item}
            onSelect={take(run)}
          >
            <span className={styles.kind}>{t(`kinds.${kind}`)}</span>
            <span className={styles.title}>{words}</span>
            {shortcut ? <kbd className={styles.detail}>{shortcut}</kbd> : null}
          </Command.Item>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}

function valueOfHit({ kind, id }: SearchHit): string {
  return `${kind}/${id}`;
}
