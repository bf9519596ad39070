import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlotsDocument, type PlotLineFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { putDownPlot, takePlotInHand, usePlotInHand } from './plot-in-hand.ts';
import { changePlot, removePlot, restore, usePlots } from './plot-state.ts';
import styles from './PlotPanel.module.css';

type PlotListProps = { incidentId: string; mayDraw: boolean };

/** What is drawn, by whom, and what lies in the trash. */
export function PlotList({ incidentId, mayDraw }: PlotListProps) {
  const { t } = useTranslation('plots');
  const plots = usePlots((state) => state.plots);
  const [trash, setTrash] = useState(false);
  return (
    <>
      {trash ? (
        <Trash incidentId={incidentId} />
      ) : (
        <ul data-plots>
          {plots.map((plot) => (
            <li
              key={plot.id}
              className={styles.row}
              data-plot={plot.id}
              data-version={plot.version}
            >
              <PlotName plot={plot} mayDraw={mayDraw} />
              <span className={styles.quiet}>
                {plot.copyOf ? t('copyBy', { name: plot.changedBy }) : plot.changedBy}
              </span>
              {mayDraw ? <PlotActs id={plot.id} /> : null}
            </li>
          ))}
          {plots.length === 0 ? <li className={styles.quiet}>{t('empty')}</li> : null}
        </ul>
      )}
      <Button look="plain" data-act="plot-trash" onClick={() => setTrash(!trash)}>
        {trash ? t('back') : t('trash')}
      </Button>
    </>
  );
}

function PlotActs({ id }: { id: string }) {
  const { t } = useTranslation('plots');
  const inHand = usePlotInHand((state) => state.id === id);
  return (
    <span className={styles.acts}>
      <Button
        look="plain"
        aria-pressed={inHand}
        data-act="reshape-plot"
        onClick={() => (inHand ? putDownPlot() : takePlotInHand(id))}
      >
        {t('reshape')}
      </Button>
      <Button look="plain" data-act="remove-plot" onClick={() => void removePlot(id)}>
        {t('remove')}
      </Button>
    </span>
  );
}

function useNameOf(): (plot: PlotLineFragment) => string {
  const { t } = useTranslation('plots');
  return ({ kind, symbol, label }) =>
    label ?? (symbol ? t(`symbols.${symbol}`) : t(`kinds.${kind}`));
}

function PlotName({ plot, mayDraw }: { plot: PlotLineFragment; mayDraw: boolean }) {
  const { t } = useTranslation('plots');
  const nameOf = useNameOf();
  const [text, setText] = useState<string | null>(null);
  if (!mayDraw) return <span>{nameOf(plot)}</span>;
  if (text === null) {
    return (
      <Button look="plain" title={t('rename')} onClick={() => setText(plot.label ?? '')}>
        {nameOf(plot)}
      </Button>
    );
  }
  const take = (): void => {
    if (text.trim() && text !== plot.label) void changePlot(plot, { label: text.trim() });
    setText(null);
  };
  return (
    <input
      value={text}
      maxLength={80}
      aria-label={t('label')}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}

function Trash({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation('plots');
  const nameOf = useNameOf();
  const { data, refetch } = useQuery(PlotsDocument, {
    variables: { incidentId, removed: true },
    fetchPolicy: 'network-only',
  });
  const bringBack = async (id: string): Promise<void> => {
    await restore(id);
    await refetch();
  };
  return (
    <ul data-plot-trash>
      {data?.plots.map((plot) => (
        <li key={plot.id} className={styles.row}>
          {nameOf(plot)}
          <Button data-act="restore-plot" onClick={() => void bringBack(plot.id)}>
            {t('restore')}
          </Button>
        </li>
      ))}
      {data?.plots.length === 0 ? <li className={styles.quiet}>{t('trashEmpty')}</li> : null}
    </ul>
  );
}
