import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { journalNow } from '#journal/journal-state.ts';
import { fromInput, toInput } from '#recordings/city-time.ts';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { replayState, showMoment } from '../replay-state.ts';
import { boundsOf, chosenSpan, rollingSpans, type Span } from './span.ts';
import styles from './TimeLine.module.css';

/** How much time the line shows. */
export function SpanChoice() {
  const { t } = useTranslation('replay');
  const span = useStore(replayState, (state) => state.span);
  const [choosing, setChoosing] = useState(false);
  return (
    <div className={styles.spans} role="group" aria-label={t('span')}>
      {rollingSpans.map((kind) => (
        <Button key={kind} aria-pressed={span.kind === kind} onClick={() => take({ kind })}>
          {t(`spans.${kind}`)}
        </Button>
      ))}
      <Button
        aria-pressed={span.kind === 'chosen'}
        aria-expanded={choosing}
        onClick={() => setChoosing(!choosing)}
      >
        {t('spans.chosen')}
      </Button>
      {choosing ? <ChosenSpan key={span.kind} span={span} /> : null}
    </div>
  );
}

/** A moment that the new span does not hold moves to where it begins. */
function take(span: Span): void {
  const { at } = replayState.get();
  const { fromMs, toMs } = boundsOf(span, journalNow());
  replayState.set({ span });
  if (at !== null && (at < fromMs || at > toMs)) showMoment(fromMs);
}

function ChosenSpan({ span }: { span: Span }) {
  const { t } = useTranslation('replay');
  const [bounds] = useState(() => boundsOf(span, journalNow()));
  const [from, setFrom] = useState(toInput(new Date(bounds.fromMs)));
  const [to, setTo] = useState(toInput(new Date(bounds.toMs)));
  const [refused, setRefused] = useState(false);
  const choose = (): void => {
    const [fromAt, toAt] = [fromInput(from), fromInput(to)];
    const next = fromAt && toAt && chosenSpan(fromAt.getTime(), toAt.getTime(), journalNow());
    setRefused(!next);
    if (next) take(next);
  };
  return (
    <>
      <input
        type="datetime-local"
        step={1}
        aria-label={t('from')}
        data-field="span-from"
        value={from}
        onChange={({ target }) => setFrom(target.value)}
      />
      <input
        type="datetime-local"
        step={1}
        aria-label={t('to')}
        data-field="span-to"
        value={to}
        onChange={({ target }) => setTo(target.value)}
      />
      <Button onClick={choose} data-act="choose-span">
        {t('choose')}
      </Button>
      {refused ? <span role="alert">{t('noSpan')}</span> : null}
    </>
  );
}
