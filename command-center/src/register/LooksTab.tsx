import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreRows } from '#lists/MoreRows.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { BrokenGlassNotice } from './BrokenGlassNotice.tsx';
import { CameraFinder } from './CameraFinder.tsx';
import { CodeFinder } from './CodeFinder.tsx';
import { cameraOf, type NamedCamera } from './look-camera.ts';
import { lookColumns } from './look-columns.ts';
import { LookRow } from './LookRow.tsx';
import { codeIn } from './look-code.ts';
import { TableHead } from './TableHead.tsx';
import { useLooks } from './use-looks.ts';
import styles from './Register.module.css';

/** 查看登记: each look through a camera, the newest first. */
export function LooksTab() {
  const { t } = useTranslation('register');
  const [camera, setCamera] = useState<NamedCamera | null>(null);
  const [typed, setTyped] = useState('');
  const [brokenGlass, setBrokenGlass] = useState(false);
  const [typedCode, setTypedCode] = useState('');
  const code = codeIn(typedCode);
  const { face, more } = useLooks({ cameraId: camera?.id ?? null, brokenGlass, code });
  const choose = (chosen: NamedCamera | null): void => {
    setCamera(chosen);
    setTyped('');
  };
  const asked = typed.trim().toLowerCase();
  const loaded = face.face === 'ready' ? face.value.nodes : [];
  const shown = loaded.filter((look) => cameraOf(look).name.toLowerCase().includes(asked));
  return (
    <>
      <CameraFinder
        loaded={loaded.map(cameraOf)}
        chosen={camera}
        typed={typed}
        onType={setTyped}
        onChoose={choose}
      />
      <CodeFinder typed={typedCode} onType={setTypedCode} />
      <BrokenGlassNotice only={brokenGlass} onOnly={setBrokenGlass} />
      <PanelFaces
        of={face}
        skeletonRows={12}
        emptyWords={t(code ? 'noLookOfCode' : brokenGlass ? 'glass.none' : 'noLooks')}
        isEmpty={({ nodes }) => nodes.length === 0}
      >
        {({ pageInfo }) => (
          <>
            <table className={styles.table}>
              <TableHead columns={lookColumns} />
              <tbody>
                {shown.map((look) => (
                  <LookRow key={look.id} look={look} onCamera={choose} />
                ))}
              </tbody>
            </table>
            {shown.length === 0 ? <p className={styles.note}>{t('noneLoaded')}</p> : null}
            <MoreRows pageInfo={pageInfo} more={async (after) => void (await more(after))} />
          </>
        )}
      </PanelFaces>
    </>
  );
}
