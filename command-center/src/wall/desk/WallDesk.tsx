import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { startDeskLink } from './desk-link.ts';
import { HallPlan } from './HallPlan.tsx';
import { PushBar } from './PushBar.tsx';
import { PushRefused } from './PushRefused.tsx';
import { SceneList } from './SceneList.tsx';
import { ScreenDetail } from './ScreenDetail.tsx';
import { AddScreen } from './AddScreen.tsx';
import { useWall } from './use-wall.ts';
import styles from './WallDesk.module.css';

type WallDeskProps = { viewer: Viewer; onClose: () => void; onDesign: () => void };

/** 大屏: what each screen of the hall shows and how it does; things are dragged or sent onto them from here. */
export function WallDesk({ viewer, onClose, onDesign }: WallDeskProps) {
  const { t } = useTranslation('wall');
  const wall = useWall();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  useEffect(startDeskLink, []);
  const { screens, asked } = wall;
  const face = faceOf({
    value: asked.data && screens,
    error: asked.error,
    retry: () => void asked.refetch(),
  });
  const mayDrive = viewer.permissions.includes('wall.drive');
  const mayArrange = viewer.permissions.includes('wall.arrange');
  const noScreens = t(mayArrange ? 'noScreens' : 'noScreensAskOthers');
  const targets = screens.filter(({ id }) => chosen.includes(id));
  return (
    <Panel
      raised
      title={t('title')}
      aside={
        <Button data-act="open-designer" onClick={onDesign}>
          {t('openDesigner')}
        </Button>
      }
      onClose={onClose}
      className={styles.panel}
    >
      <PanelFaces of={face} emptyWords={noScreens} skeletonRows={8}>
        {() => (
          <div className={styles.body}>
            {screens.length === 0 ? <p className={styles.quiet}>{noScreens}</p> : null}
            <HallPlan wall={wall} chosen={chosen} onChoose={setChosen} mayDrive={mayDrive} />
            {wall.refused ? <PushRefused wall={wall} refused={wall.refused} /> : null}
            {mayDrive && screens.length > 0 ? <PushBar wall={wall} targets={targets} /> : null}
            {targets.map((screen) => (
              <ScreenDetail key={screen.id} {...{ screen, wall, mayDrive, mayArrange }} />
            ))}
            {mayDrive && screens.length > 0 ? <SceneList wall={wall} /> : null}
            {mayArrange ? <AddScreen wall={wall} /> : null}
          </div>
        )}
      </PanelFaces>
    </Panel>
  );
}
