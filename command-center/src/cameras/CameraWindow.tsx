import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { canTurn, type CameraKind } from 'grid-data';
import { CameraWindowDocument } from '#gis/generated/graphql.ts';
import type { OpenCamera } from '#map/map-model.ts';
import { ReportFromPicture } from '#picture-report/ReportFromPicture.tsx';
import { PtzDeck } from '#ptz/PtzDeck.tsx';
import { PtzOverlay } from '#ptz/PtzOverlay.tsx';
import { useTurnKeys } from '#ptz/turn-keys.ts';
import { usePtz } from '#ptz/use-ptz.ts';
import { SightNote } from '#sights/SightNote.tsx';
import { CalibrateButton } from '#sights/calibrate/CalibrateButton.tsx';
import { CalibrationNote } from '#sights/picture/CalibrationNote.tsx';
import { DrapeButton } from '#sights/picture/DrapeButton.tsx';
import { dimCone, lightCone } from '#sights/picture/lit-cone.ts';
import { PictureGround } from '#sights/picture/PictureGround.tsx';
import { useCalibration } from '#sights/picture/use-calibration.ts';
import { SurveyButton } from '#sights/survey/SurveyButton.tsx';
import type { ViewTicket } from '#video/player/picture-state.ts';
import { useLivePicture } from '#video/use-live-picture.ts';
import { useSound } from '#video/audio/use-sound.ts';
import { BreakGlass } from './BreakGlass.tsx';
import { BrokenGlassMark, isWornOut } from './BrokenGlassMark.tsx';
import { keepPurpose } from './kept-purposes.ts';
import { NothingToShow } from './NothingToShow.tsx';
import { PictureStage } from './PictureStage.tsx';
import { PurposeChooser } from './PurposeChooser.tsx';
import { StateLine } from './StateLine.tsx';
import { useLookRequest } from './use-look-request.ts';
import { WhoAndWhy } from './WhoAndWhy.tsx';
import { WindowTitle } from './WindowTitle.tsx';
import styles from './CameraWindow.module.css';

type CameraWindowProps = {
  open: OpenCamera;
  onClose: () => void;
};

export function CameraWindow({ open, onClose }: CameraWindowProps) {
  const { cameraId, basis, reason } = open;
  const { t } = useTranslation('cameras');
  const { data, error, refetch } = useQuery(CameraWindowDocument, { variables: { id: cameraId } });
  const camera = data?.camera ?? null;
  const { offer, look, choose, glass, breakGlass } = useLookRequest({
    cameraId,
    basis,
    camera,
    dutyPurposes: data?.viewer?.dutyPurposes ?? null,
  });
  const picture = useLivePicture(look);
  const [showFigures, setShowFigures] = useState(false);
  const [large, setLarge] = useState(false);
  const { view } = picture;
  useKeptPurpose(open, view?.ticket ?? null);
  const frame = useTopLayer(large);
  const runs = view?.state.kind === 'live' || view?.state.kind === 'stalled';
  const viewId = runs && canTurn(camera?.kind as CameraKind) ? (view.ticket?.viewId ?? null) : null;
  const ptz = usePtz(viewId);
  useTurnKeys(frame, ptz);

  const calibration = useCalibration(cameraId);
  const shows = runs && calibration?.stale === null ? calibration : null;
  useEffect(() => () => dimCone(cameraId), [cameraId]);

  const sound = useSound(picture);

  const switchTransport = () => {
    const { transports } = picture;
    const now = view === null ? -1 : transports.indexOf(view.transport);
    const next = transports[(now + 1) % transports.length];
    if (next !== undefined) picture.player()?.chooseTransport(next);
  };
  const keys: Record<string, () => void> = {
    i: () => setShowFigures((shown) => !shown),
    f: () => setLarge((before) => !before),
    s: sound.toggle,
    Escape: () => (large ? setLarge(false) : onClose()),
  };
  return (
    <section
      ref={frame}
      className={large ? styles.large : styles.window}
      aria-label={camera?.name ?? t('camera')}
      data-camera={cameraId}
      tabIndex={-1}
      onPointerEnter={() => camera && lightCone(camera)}
      onPointerLeave={() => dimCone(cameraId)}
      onFocus={() => camera && lightCone(camera)}
      onBlur={() => dimCone(cameraId)}
      onKeyDown={(event) => {
        const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
        if (!act) return;
        event.stopPropagation();
        act();
      }}
    >
      <WindowTitle
        name={camera?.name ?? ''}
        illustrative={camera?.illustrative ?? false}
        large={large}
        transport={view?.transport ?? null}
        sound={sound}
        onFigures={() => setShowFigures((shown) => !shown)}
        onTransport={switchTransport}
        onLarge={() => setLarge((before) => !before)}
        onClose={onClose}
      />
      {glass ? <BrokenGlassMark reason={glass.reason} view={view} /> : null}
      <PictureStage
        picture={picture}
        showFigures={showFigures}
        over={
          <>
            {shows ? <PictureGround calibration={shows} /> : null}
            <PtzOverlay ptz={ptz} picture={picture} />
          </>
        }
      >
        {offer?.kind === 'choose' && look === null ? (
          <PurposeChooser purposes={offer.purposes} onChoose={choose} />
        ) : glass !== null ? (
          isWornOut(view) ? (
            <BreakGlass refusal="break-glass-over" onBreak={breakGlass} />
          ) : null
        ) : offer?.kind === 'none' ? (
          <BreakGlass refusal={offer.reason} onBreak={breakGlass} />
        ) : error && !camera ? (
          <NothingToShow reason="server-unreachable" onRetry={() => void refetch()} />
        ) : data && !camera ? (
          <NothingToShow reason="not-found" />
        ) : null}
      </PictureStage>
      <footer className={styles.foot}>
        {view ? <StateLine state={view.state} /> : null}
        {camera ? (
          <WhoAndWhy owner={camera.owner} ticket={view?.ticket ?? null} reason={reason} />
        ) : null}
        {camera ? <SightNote cameraId={cameraId} /> : null}
        <CalibrationNote calibration={calibration} />
        {shows ? <DrapeButton cameraId={cameraId} calibration={shows} picture={picture} /> : null}
        {camera ? (
          <ReportFromPicture camera={camera} calibration={calibration} picture={picture} />
        ) : null}
        {camera ? <SurveyButton cameraId={cameraId} /> : null}
        {camera ? <CalibrateButton cameraId={cameraId} picture={picture} /> : null}
      </footer>
      {viewId ? <PtzDeck ptz={ptz} viewId={viewId} /> : null}
    </section>
  );
}

/** A broken glass is no purpose: it is broken anew, with its reason. */
function useKeptPurpose({ cameraId, basis }: OpenCamera, ticket: ViewTicket | null): void {
  const { viewId = null, purpose = '', maxViewSeconds = 0 } = ticket ?? {};
  useEffect(() => {
    if (viewId === null || basis !== null || purpose === 'break-glass') return;
    keepPurpose(cameraId, purpose, maxViewSeconds);
  }, [cameraId, basis, viewId, purpose, maxViewSeconds]);
}

/** An enlarged window lies above everything, wherever in the page it hangs, and its picture plays on. */
function useTopLayer(large: boolean) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const section = element.current;
    if (section === null || !large) return;
    section.popover = 'manual';
    section.showPopover();
    section.focus();
    return () => {
      section.hidePopover();
      section.popover = null;
    };
  }, [large]);
  return element;
}
