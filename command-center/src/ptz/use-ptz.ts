/** Turning one camera through the look that runs in a window: what it can do, who holds it, and the hand on it. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { leaseHeartbeatMs } from 'grid-data';
import { gisClient } from '#gis/client.ts';
import { newCommandId } from '#gis/command-id.ts';
import {
  CallPtzPresetDocument,
  FramePtzDocument,
  HoldPtzDocument,
  MovePtzDocument,
  PtzPanelDocument,
  ReleasePtzDocument,
  StopPtzDocument,
  TakePtzOverDocument,
  type LeaseFieldsFragment,
  type PictureBoxInput,
  type PtzPanelQuery,
} from '#gis/generated/graphql.ts';
import { refusalOf } from '#session/refusal.ts';
import { useStore } from '#ui/create-store.ts';
import { MoveSender } from './move-sender.ts';
import { keepHead, keepLease, ptzState } from './ptz-news.ts';

export type Panel = PtzPanelQuery['ptzPanel'];

/** Said of a move whose words or whose answer came late: a hand that still holds begins it anew. */
const overReasons: ReadonlySet<string> = new Set([
  'move-over',
  'dead-man',
  'gateway-silent',
  'unreachable',
]);

export type Ptz = {
  panel: Panel | null;
  lease: LeaseFieldsFragment | null;
  /** Whether this page asks to turn the camera. */
  wanted: boolean;
  want: (wanted: boolean) => void;
  isHolder: boolean;
  /** Why the last thing asked was refused. */
  refusal: string | null;
  moves: MoveSender;
  frame: (box: PictureBoxInput) => void;
  callPreset: (number: number) => void;
  takeOver: () => void;
  reload: () => void;
};

/** `viewId` null where no look runs at a camera that turns. */
export function usePtz(viewId: string | null): Ptz {
  const { data, refetch } = useQuery(PtzPanelDocument, {
    variables: { viewId: viewId ?? '' },
    fetchPolicy: 'no-cache',
    skip: viewId === null,
  });
  const panel = viewId === null ? null : (data?.ptzPanel ?? null);
  const cameraId = panel?.cameraId ?? '';
  const lease = useStore(ptzState, ({ leases }) => leases[cameraId]) ?? panel?.lease ?? null;
  const [wanted, want] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    if (panel) keepLease(panel.lease);
    if (panel?.head) keepHead(panel.head);
  }, [panel]);

  const ask = useCallback(async (work: () => Promise<unknown>) => {
    setRefusal(null);
    await work().catch((error: unknown) => setRefusal(refusalOf(error).reason));
  }, []);
  useHeartbeat(wanted && panel?.turns === true ? viewId : null, setRefusal);
  const moves = useMoves(viewId ?? '', setRefusal);
  const isHolder = wanted && lease?.holder?.own === true;
  useEffect(() => {
    if (!isHolder) moves.stop();
  }, [isHolder, moves]);

  const look = viewId ?? '';
  return {
    panel,
    lease,
    wanted,
    want,
    isHolder,
    refusal,
    moves,
    frame: (box) =>
      void ask(() =>
        gisClient.mutate({ mutation: FramePtzDocument, variables: { viewId: look, box } }),
      ),
    callPreset: (number) =>
      void ask(() =>
        gisClient.mutate({ mutation: CallPtzPresetDocument, variables: { viewId: look, number } }),
      ),
    takeOver: () =>
      void ask(async () => {
        const variables = { viewId: look };
        const answer = await gisClient.mutate({ mutation: TakePtzOverDocument, variables });
        if (answer.data) keepLease(answer.data.takePtzOver);
      }),
    reload: () => void refetch(),
  };
}

/** Claims the camera for as long as it is wanted, and gives it back. */
function useHeartbeat(viewId: string | null, onRefused: (reason: string | null) => void): void {
  useEffect(() => {
    if (viewId === null) return;
    const variables = { viewId };
    const hold = (): void => {
      gisClient.mutate({ mutation: HoldPtzDocument, variables }).then(
        ({ data }) => {
          if (data) keepLease(data.holdPtz);
        },
        (error: unknown) => onRefused(refusalOf(error).reason),
      );
    };
    hold();
    const timer = setInterval(hold, leaseHeartbeatMs);
    return () => {
      clearInterval(timer);
      gisClient.mutate({ mutation: ReleasePtzDocument, variables }).then(
        ({ data }) => {
          if (data) keepLease(data.releasePtz);
        },
        () => undefined, // unsaid, it lapses by itself
      );
    };
  }, [viewId, onRefused]);
}

function useMoves(viewId: string, onRefused: (reason: string | null) => void): MoveSender {
  const moves = useMemo(
    () =>
      new MoveSender({
        move: (moveId, command, speed) =>
          gisClient.mutate({
            mutation: MovePtzDocument,
            variables: { viewId, moveId, command, speed },
          }),
        stop: (moveId) => gisClient.mutate({ mutation: StopPtzDocument, variables: { moveId } }),
        newId: newCommandId,
        isOver: (error) => overReasons.has(refusalOf(error).reason),
        onRefused: (error) => onRefused(refusalOf(error).reason),
      }),
    [viewId, onRefused],
  );
  useEffect(() => {
    const stop = (): void => moves.stop();
    addEventListener('blur', stop);
    document.addEventListener('visibilitychange', stop);
    return () => {
      removeEventListener('blur', stop);
      document.removeEventListener('visibilitychange', stop);
      stop();
    };
  }, [moves]);
  return moves;
}
