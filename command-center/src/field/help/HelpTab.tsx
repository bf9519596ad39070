import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Phone, Siren } from 'lucide-react';
import { newCommandId } from '#gis/command-id.ts';
import { FieldMyReportsDocument } from '#gis/generated/graphql.ts';
import { useStore } from '#ui/create-store.ts';
import { clockWords } from '#ui/clock-words.ts';
import { outbox, sendNow } from '../field-parts.ts';
import { helpClassCode, type NewEntry } from '../outbox/outbox-entry.ts';
import { usePlace } from '../place/use-place.ts';
import type { FoundPlace } from '../place/find-place.ts';
import type { Worker } from '../session/worker-session.ts';
import { useAsked } from '../use-asked.ts';
import styles from './Help.module.css';

/** Long enough to take a wrong touch back, short enough for who is in need. */
const countSeconds = 3;
/** Whoever has called looks at nothing else. */
const seenEveryMs = 5_000;

/** 求助: goes before all that waits; says what the hall knows of it. */
export function HelpTab({ worker }: { worker: Worker }) {
  const { t } = useTranslation('field');
  const { place, trouble } = usePlace();
  const [left, setLeft] = useState<number | null>(null);
  const [lost, setLost] = useState(false);

  const counting = useRef<ReturnType<typeof setInterval> | undefined>(undefined);
  const newest = useRef(place);
  useEffect(() => {
    newest.current = place;
  }, [place]);
  useEffect(() => () => clearInterval(counting.current), []);

  const call = async (): Promise<void> => {
    const words = {
      title: t('help.title', { name: worker.displayName }),
      rough: t('help.noPlace'),
    };
    const { kept } = await outbox.keep([callOf(worker, newest.current, words)]);
    setLost(!kept);
    if (kept) await sendNow();
  };
  const stop = (): void => {
    clearInterval(counting.current);
    setLeft(null);
  };
  const begin = (): void => {
    let seconds = countSeconds;
    setLeft(seconds);
    counting.current = setInterval(() => {
      seconds -= 1;
      setLeft(seconds);
      if (seconds > 0) return;
      stop();
      void call();
    }, 1000);
  };

  return (
    <div className={styles.help}>
      <p className={styles.place}>
        {place
          ? t('help.place', { meters: place.accuracyMeters ?? 0 })
          : t(trouble ? `place.${trouble}` : 'place.seeking', { meters: 0 })}
      </p>
      <button
        type="button"
        className={styles.call}
        data-act="call-help"
        aria-pressed={left !== null}
        onClick={left === null ? begin : stop}
      >
        <Siren size="3.2em" aria-hidden />
        <span>{left === null ? t('help.call') : t('help.counting', { seconds: left })}</span>
      </button>
      {lost ? <p role="alert">{t('help.lost')}</p> : null}
      <CallState />
      <a className={styles.phone} href="tel:110">
        <Phone size="1.3em" aria-hidden />
        {t('help.phone')}
      </a>
    </div>
  );
}

/** How far the last call has come: on this phone, at the hall, seen by somebody. */
function CallState() {
  const { t, i18n } = useTranslation('field');
  const entries = useStore(outbox.state, (state) => state.entries);
  const reports = useAsked('my-reports', FieldMyReportsDocument, {});
  const call = entries.findLast(
    ({ body }) => body.kind === 'report' && body.input.classCode === helpClassCode,
  );
  const { refresh } = reports;
  const asks = useEffectEvent(refresh);
  const arrived = call?.state === 'sent';
  useEffect(() => {
    if (!arrived) return undefined;
    asks();
    const timer = setInterval(asks, seenEveryMs);
    return () => clearInterval(timer);
  }, [arrived]);
  if (!call) return null;
  const known = reports.value?.myReports.nodes.find(({ id }) => id === call.answer);
  const seen = known?.acknowledgedAt ?? null;
  const step = !arrived ? 'waiting' : seen ? 'seen' : 'arrived';
  const at = (time: number | string) => clockWords(new Date(time), 'minutes', i18n.language);
  return (
    <p className={styles.state} role="status" data-help={step}>
      {t(`help.state.${step}`, {
        time: at(seen ?? call.sentAt ?? call.madeAt),
        name: known?.acknowledgedBy ?? '',
      })}
    </p>
  );
}

type CallWords = { title: string; rough: string };

/** Without a fix the middle of the area stands for the place, and the call says so. */
function callOf(worker: Worker, place: FoundPlace | null, words: CallWords): NewEntry {
  const { longitude, latitude } = place ?? worker.area.center;
  return {
    id: newCommandId(),
    userId: worker.userId,
    title: words.title,
    needs: [],
    body: {
      kind: 'report',
      photos: [],
      input: {
        classCode: helpClassCode,
        title: words.title,
        description: place ? null : words.rough,
        position: { longitude, latitude },
      },
    },
  };
}
