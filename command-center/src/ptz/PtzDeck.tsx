import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Move } from 'lucide-react';
import { useViewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { HeadLine } from './HeadLine.tsx';
import { HomeSetting } from './HomeSetting.tsx';
import { LeaseLine } from './LeaseLine.tsx';
import { drawPresets } from './preset-directions.ts';
import { PresetList } from './PresetList.tsx';
import { ptzState } from './ptz-news.ts';
import { usePtzReason } from './ptz-reason.ts';
import { PtzPad } from './PtzPad.tsx';
import type { Ptz } from './use-ptz.ts';
import styles from './PtzDeck.module.css';

type PtzDeckProps = { ptz: Ptz; viewId: string };

/** Below the picture of a camera that turns: who turns it, and the controls for who holds it. */
export function PtzDeck({ ptz, viewId }: PtzDeckProps) {
  const { viewer } = useViewer();
  const { t } = useTranslation('ptz');
  const reasonWords = usePtzReason();
  const { panel, lease, wanted, want, isHolder, refusal } = ptz;
  const trouble = useStore(ptzState, ({ troubles }) => troubles[panel?.cameraId ?? '']);
  useEffect(() => (panel && wanted ? drawPresets(panel) : undefined), [panel, wanted]);
  const deck = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isHolder) deck.current?.scrollIntoView({ block: 'nearest' });
  }, [isHolder]);
  if (panel === null || lease === null) return null;
  const mayEdit = viewer?.permissions.includes('camera.edit') ?? false;
  return (
    <div
      ref={deck}
      className={styles.deck}
      data-ptz-deck={isHolder ? 'holding' : wanted ? 'waiting' : 'idle'}
    >
      <div className={styles.line}>
        <LeaseLine lease={lease} />
        {panel.turns ? (
          <Button
            data-ptz="control"
            look={wanted ? 'solid' : 'quiet'}
            aria-pressed={wanted}
            onClick={() => want(!wanted)}
          >
            <Move size="1.1em" aria-hidden />
            {t(isHolder ? 'giveBack' : wanted ? 'stopWaiting' : 'control')}
          </Button>
        ) : (
          <span className={styles.cannot} data-cannot={panel.reason}>
            {reasonWords(panel.reason ?? 'unknown')}
          </span>
        )}
      </div>
      <HeadLine panel={panel} />
      {trouble ? (
        <p className={styles.alarm} role="alert" data-trouble={trouble}>
          {t(`trouble.${trouble}`)}
        </p>
      ) : null}
      {refusal ? (
        <p className={styles.refusal} role="alert" data-refusal={refusal}>
          {reasonWords(refusal)}
        </p>
      ) : null}
      {wanted && !isHolder && lease.mayTakeOver ? (
        <Button data-ptz="take-over" look="solid" onClick={ptz.takeOver}>
          {t('takeOver')}
        </Button>
      ) : null}
      {isHolder ? (
        <>
          <PtzPad ptz={ptz} />
          <PresetList ptz={ptz} panel={panel} viewId={viewId} mayEdit={mayEdit} />
          <HomeSetting panel={panel} mayEdit={mayEdit} onSaved={ptz.reload} />
          {panel.frames ? <p className={styles.hint}>{t('frameHint')}</p> : null}
        </>
      ) : null}
    </div>
  );
}
