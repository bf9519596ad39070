import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useWall } from '../desk/use-wall.ts';
import { LayoutEditor } from './LayoutEditor.tsx';
import { SceneEditor } from './SceneEditor.tsx';
import styles from './Designer.module.css';

/** 大屏设计: where the screens hang, and what the scenes put on them. */
export function DesignerPage({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('wall');
  const { viewer } = useViewer();
  const all = useWall();
  // Millimetres are those of one hall: what hangs in the towns' halls is designed there.
  const isOwn = ({ area }: { area: { code: string } }) => area.code === viewer?.area.code;
  const wall = {
    ...all,
    screens: all.screens.filter(isOwn),
    scenes: all.scenes.filter(isOwn),
  };
  const mayArrange = viewer?.permissions.includes('wall.arrange') ?? false;
  const mayDrive = viewer?.permissions.includes('wall.drive') ?? false;
  const tabs = [
    ...(mayDrive ? (['scenes'] as const) : []),
    ...(mayArrange ? (['layout'] as const) : []),
  ];
  const [asked, setAsked] = useState<'scenes' | 'layout' | null>(null);
  const tab = asked ?? (wall.screens.length > 0 ? tabs[0] : tabs.at(-1));
  const { data, error } = wall.asked;
  const face = faceOf({ value: data && wall.screens, error, retry: wall.ask });
  const page = (
    <div className={styles.tabs} role="tablist" aria-label={t('designer.title')}>
      {tabs.map((each) => (
        <Button
          key={each}
          role="tab"
          aria-selected={each === tab}
          look={each === tab ? 'solid' : 'quiet'}
          data-tab={each}
          onClick={() => setAsked(each)}
        >
          {t(`designer.tab.${each}`)}
        </Button>
      ))}
    </div>
  );
  return (
    <Panel page title={t('designer.title')} aside={page} onClose={onClose}>
      <PanelFaces of={face} emptyWords={t('noScreens')} skeletonRows={8}>
        {() =>
          tab === 'layout' ? (
            <LayoutEditor wall={wall} />
          ) : tab === 'scenes' ? (
            <SceneEditor wall={wall} />
          ) : (
            <p className={styles.quiet}>{t('designer.notAllowed')}</p>
          )
        }
      </PanelFaces>
    </Panel>
  );
}
