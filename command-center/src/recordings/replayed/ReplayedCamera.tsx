import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { X } from 'lucide-react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  OpenRecordingDocument,
  RequestsForCameraDocument,
  type ViewRequestFieldsFragment,
} from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { useStore } from '#ui/create-store.ts';
import type { TileState } from '../playback/recorded-player.ts';
import { RecordedPicture } from '../RecordedPicture.tsx';
import { TileNotice } from '../TileNotice.tsx';
import { grantAt, type GrantAt } from './grant-at.ts';
import { ReplayedStep, type Moment } from './replayed-step.ts';
import styles from './ReplayedCamera.module.css';

type ReplayedCameraProps = {
  cameraId: string;
  moment: Moment;
  /** Leads to where recordings are asked for. */
  onAsk: () => void;
  onClose: () => void;
};

/** A camera's window while the past shows: its recording of that moment where a request grants it, else why not. */
export function ReplayedCamera({ cameraId, moment, onAsk, onClose }: ReplayedCameraProps) {
  const { t } = useTranslation('recordings');
  const { viewer } = useViewer();
  const { data, error } = useQuery(RequestsForCameraDocument, {
    variables: { cameraId },
    fetchPolicy: 'network-only',
  });
  const mayAsk = viewer?.permissions.includes('recording.request') ?? false;
  const requests = data?.viewRequests.nodes;
  const grant = requests ? grantAt(requests, moment.atMs) : null;
  const name = data?.camera?.name ?? cameraId;
  return (
    <section className={styles.window} aria-label={name} data-past-camera={cameraId}>
      <header className={styles.title} data-drag-handle>
        <h2 title={name}>{name}</h2>
        <span className={styles.mark}>{t('replayed.mark')}</span>
        <Button
          look="plain"
          data-act="close"
          aria-label={t('replayed.close')}
          title={t('replayed.close')}
          onClick={onClose}
          onPointerDown={(event) => event.stopPropagation()}
        >
          <X size="1em" aria-hidden />
        </Button>
      </header>
      {grant?.kind === 'granted' ? (
        <Granted
          key={grant.request.id}
          cameraId={cameraId}
          request={grant.request}
          moment={moment}
        />
      ) : (
        <div className={styles.gap} data-gap-why={grant?.why ?? (error ? 'failed' : 'asking')}>
          <p>{grant ? <GapWords grant={grant} /> : t(error ? 'replayed.failed' : 'opening')}</p>
          {grant && mayAsk ? (
            <Button data-act="ask-recording" onClick={onAsk}>
              {t('replayed.ask')}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  );
}

function GapWords({
  grant,
}: {
  grant: Extract<GrantAt<ViewRequestFieldsFragment>, { why: string }>;
}) {
  const { t } = useTranslation('recordings');
  if (grant.why !== 'other-time') return t(`replayed.why.${grant.why}`);
  const { windowFrom, windowTo } = grant.request;
  return t('replayed.why.other-time', {
    from: clockWords(new Date(windowFrom), 'full'),
    to: clockWords(new Date(windowTo), 'full'),
  });
}

type GrantedProps = { cameraId: string; request: ViewRequestFieldsFragment; moment: Moment };

function Granted({ cameraId, request, moment }: GrantedProps) {
  const { t } = useTranslation('recordings');
  const { id: requestId, windowFrom, windowTo, caseNo } = request;
  const window = useMemo(
    () => ({ fromMs: Date.parse(windowFrom), toMs: Date.parse(windowTo) }),
    [windowFrom, windowTo],
  );
  const video = useRef<HTMLVideoElement>(null);
  const [step] = useState(() => new ReplayedStep(moment));
  const [state, setState] = useState<TileState>({ state: 'opening' });
  const { driftMs, tooFastFor } = useStore(step.state, (all) => all);
  const { atMs, speed, toldMs } = moment;
  useEffect(() => step.start(), [step]);
  useEffect(() => step.show({ atMs, speed, toldMs }), [step, atMs, speed, toldMs]);
  const [openRecording] = useMutation(OpenRecordingDocument);
  const open = useCallback(
    async (of: string) => {
      const { data } = await openRecording({ variables: { requestId, cameraId: of } });
      return data?.openRecording ?? null;
    },
    [openRecording, requestId],
  );
  const drift = driftMs === null ? null : Math.round(driftMs / (speed || 1));
  return (
    <>
      <div data-tile-state={state.state} data-drift-ms={drift ?? ''}>
        <RecordedPicture {...{ cameraId, window, open, video }} room={step} onState={setState}>
          {tooFastFor === null ? (
            <TileNotice state={state} />
          ) : (
            <p className={styles.over} data-too-fast>
              {t('replayed.tooFast', { times: tooFastFor })}
            </p>
          )}
        </RecordedPicture>
      </div>
      <footer className={styles.foot}>
        <span>{t('replayed.by', { case: caseNo ?? t('replayed.incident') })}</span>
        <span>
          {drift === null ? t('replayed.waits') : t('replayed.inStep', { ms: Math.abs(drift) })}
        </span>
      </footer>
    </>
  );
}
