import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import type { Face } from '#ui/face.ts';
import { Figure } from '#ui/Figure.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { faceNames, samples } from './samples.ts';
import styles from './Gallery.module.css';

/** Every panel in its four faces and its content, for eyes and for screenshots; development only. */
export function Gallery() {
  const { t } = useTranslation('gallery');
  return (
    <main className={styles.gallery}>
      <h1>{t('title')}</h1>
      {(['list', 'figures'] as const).map((panel) => (
        <section key={panel}>
          <h2>{t(`panels.${panel}`)}</h2>
          <div className={styles.faces}>
            {faceNames.map((name) => (
              <figure key={name} className={styles.figure}>
                <figcaption>{t(`faces.${name}`)}</figcaption>
                <Panel title={t(`panels.${panel}`)}>
                  <Sample of={samples[name]} panel={panel} />
                </Panel>
              </figure>
            ))}
          </div>
        </section>
      ))}
      <section>
        <h2>{t('buttons')}</h2>
        <p className={styles.faces}>
          <Button look="solid" shortcut="A">
            {t('act')}
          </Button>
          <Button shortcut="F">{t('act')}</Button>
          <Button look="plain">{t('act')}</Button>
          <Button disabled>{t('act')}</Button>
        </p>
      </section>
    </main>
  );
}

function Sample({ of, panel }: { of: Face<readonly number[]>; panel: 'list' | 'figures' }) {
  const { t } = useTranslation('gallery');
  return (
    <PanelFaces of={of} emptyWords={t('empty')} isEmpty={(rows) => rows.length === 0}>
      {(rows) => (
        <ul className={panel === 'list' ? styles.rows : styles.figures}>
          {rows.map((row) => (
            <li key={row}>
              {panel === 'list' ? (
                <>
                  <Mark shape="diamond" color="state-high" /> {t('row', { row })}
                </>
              ) : (
                <Figure name={String(row)} value={row * 1234} words={t('row', { row })} />
              )}
            </li>
          ))}
        </ul>
      )}
    </PanelFaces>
  );
}
