import { useEffect, useState } from 'react';
import { plotColors, plotKinds, plotSymbols, type PlotColor, type PlotKind } from 'grid-data';
import { Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { finishDrawing, startDrawing, useDraw } from '#draw/draw-state.ts';
import { geometryOf, type DrawTool } from '#draw/drawing.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { useMapModel } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { useFailureWords } from '#words/failure-words.ts';
import { putDownPlot, usePlotInHand } from './plot-in-hand.ts';
import { drawPlot, followPlots, redoPlot, undoPlot, usePlots } from './plot-state.ts';
import { PlotList } from './PlotList.tsx';
import styles from './PlotPanel.module.css';

const tools: Record<PlotKind, DrawTool> = {
  symbol: 'point',
  text: 'point',
  arrow: 'line',
  'attack-arrow': 'line',
  line: 'line',
  zone: 'polygon',
};

/** 标绘 on the map of the incident that is open: seen by all who see it, at once. */
export function PlotPanel() {
  const { t } = useTranslation('plots');
  const incidentId = useMapModel(({ selection }) =>
    selection?.kind === 'incident' ? selection.id : null,
  );
  const { viewer } = useViewer();
  const count = usePlots(({ plots }) => plots.length);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!incidentId) return undefined;
    const stop = followPlots(incidentId);
    return () => {
      putDownPlot();
      stop();
    };
  }, [incidentId]);
  if (!incidentId) return null;
  const mayDraw = viewer?.permissions.includes('plot.draw') ?? false;
  return (
    <Panel
      title={t('title')}
      aside={
        <Button look="plain" data-act="plots" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('fold') : t('unfold', { count })}
        </Button>
      }
    >
      {open ? (
        <div className={styles.body}>
          {mayDraw ? <PlotTools /> : null}
          <PlotList key={incidentId} incidentId={incidentId} mayDraw={mayDraw} />
        </div>
      ) : null}
    </Panel>
  );
}

function PlotTools() {
  const { t } = useTranslation('plots');
  const failureWords = useFailureWords();
  const [color, setColor] = useState<PlotColor>('red');
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<PlotKind>('symbol');
  const drawing = useDraw(({ tool }) => tool !== null);
  const fault = useDraw((state) => state.fault);
  const keptBeside = usePlots((state) => state.keptBeside);
  const failure = usePlots((state) => state.failure);
  const inHand = usePlotInHand(({ id }) => id !== null);
  const begin = (symbol: string | null): void =>
    startDrawing(tools[kind], (drawn) => {
      void drawPlot({ kind, symbol, label: label.trim() || null, color, shape: geometryOf(drawn) });
    });
  return (
    <>
      <div className={styles.row}>
        <select
          aria-label={t('kind')}
          value={kind}
          data-field="plot-kind"
          onChange={(event) => setKind(event.target.value as PlotKind)}
        >
          {plotKinds.map((each) => (
            <option key={each} value={each}>
              {t(`kinds.${each}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('color')}
          value={color}
          onChange={(event) => setColor(event.target.value as PlotColor)}
        >
          {plotColors.map((each) => (
            <option key={each} value={each}>
              {t(`colors.${each}`)}
            </option>
          ))}
        </select>
        <input
          value={label}
          maxLength={80}
          placeholder={t('label')}
          aria-label={t('label')}
          data-field="plot-label"
          onChange={(event) => setLabel(event.target.value)}
        />
        <UndoRedo />
      </div>
      <div className={styles.symbols} data-symbols>
        {kind === 'symbol' ? (
          plotSymbols.map((symbol) => (
            <Button
              key={symbol}
              look="plain"
              title={t(`symbols.${symbol}`)}
              data-plot-symbol={symbol}
              onClick={() => begin(symbol)}
            >
              <img src={`/tiles/symbols/plot-${symbol}.svg`} alt="" className={styles.symbol} />
              {t(`symbols.${symbol}`)}
            </Button>
          ))
        ) : (
          <Button
            data-act="draw-plot"
            disabled={kind === 'text' && !label.trim()}
            onClick={() => begin(null)}
          >
            {t('draw')}
          </Button>
        )}
      </div>
      {drawing ? (
        <p className={styles.row}>
          {fault ? <span role="alert">{t('fault')}</span> : t(`hint.${tools[kind]}`)}
          {tools[kind] === 'point' ? null : (
            <Button shortcut="Enter" onClick={finishDrawing}>
              {t('finish')}
            </Button>
          )}
        </p>
      ) : null}
      {inHand ? <p className={styles.quiet}>{t('reshapeHint')}</p> : null}
      {keptBeside ? (
        <p role="status" data-kept-beside>
          {t('keptBeside', { name: keptBeside })}
        </p>
      ) : null}
      {failure ? <p role="alert">{failureWords(failure)}</p> : null}
    </>
  );
}

function UndoRedo() {
  const { t } = useTranslation('plots');
  const done = usePlots((state) => state.done.length);
  const undone = usePlots((state) => state.undone.length);
  return (
    <>
      <Button
        look="plain"
        disabled={done === 0}
        aria-label={t('undo')}
        data-act="undo"
        onClick={() => void undoPlot()}
      >
        <Undo2 size="1.1em" aria-hidden />
      </Button>
      <Button
        look="plain"
        disabled={undone === 0}
        aria-label={t('redo')}
        data-act="redo"
        onClick={() => void redoPlot()}
      >
        <Redo2 size="1.1em" aria-hidden />
      </Button>
    </>
  );
}
