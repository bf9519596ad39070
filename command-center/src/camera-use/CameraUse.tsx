import { useState, type ComponentType } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CameraUseDocument } from '#gis/generated/graphql.ts';
import { ChoiceBar } from '#ui/ChoiceBar.tsx';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import type { BehindUseProps, OpenedUse, UsedBy, UseStretch } from './opened-use.ts';
import { UnwatchedCameras, type ShowCamera } from './UnwatchedCameras.tsx';
import { UseTable } from './UseTable.tsx';
import styles from './CameraUse.module.css';

type CameraUseProps = {
  stretch: UseStretch;
  /** Null where there is no map to go to. */
  onCamera: ShowCamera | null;
  /** The rows of the register behind a number; null for who may not read it. */
  LooksBehind: ComponentType<BehindUseProps> | null;
};

/** 摄像机使用: what cameras are looked through for, how long, and which serve nobody. */
export function CameraUse({ stretch, onCamera, LooksBehind }: CameraUseProps) {
  const { t } = useTranslation('camera-use');
  const [by, setBy] = useState<UsedBy>('area');
  const [opened, setOpened] = useState<{ use: OpenedUse; of: string } | null>(null);
  const { data, error, refetch } = useQuery(CameraUseDocument, {
    variables: { ...stretch, by },
    fetchPolicy: 'cache-and-network',
  });
  const of = `${by} ${stretch.areaCode} ${stretch.from} ${stretch.to}`;
  // What was opened belongs to the table it was opened in.
  const use = opened?.of === of ? opened.use : null;
  const close = () => setOpened(null);
  return (
    <>
      <ChoiceBar
        className={styles.bar}
        label={t('views')}
        mark="use-by"
        choices={['area', 'platform']}
        chosen={by}
        words={(each) => t(`by.${each}`)}
        onChoose={setBy}
      >
        <span className={styles.quiet}>{t('what')}</span>
      </ChoiceBar>
      <div className={styles.columns} data-opened={use?.rows ?? 'none'}>
        <PanelFaces
          of={faceOf({ value: data?.cameraUse, error, retry: () => void refetch() })}
          emptyWords={t('nothing')}
          isEmpty={({ whole }) => whole.cameras + whole.looks === 0}
        >
          {(told) => (
            <UseTable
              use={told}
              by={by}
              opensLooks={LooksBehind !== null}
              onOpen={(next) => setOpened({ use: next, of })}
            />
          )}
        </PanelFaces>
        {use?.rows === 'unwatched' ? (
          <UnwatchedCameras opened={use} stretch={stretch} onCamera={onCamera} onClose={close} />
        ) : use && LooksBehind ? (
          <LooksBehind opened={use} stretch={stretch} onClose={close} />
        ) : null}
      </div>
    </>
  );
}
