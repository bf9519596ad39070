import { useTranslation } from 'react-i18next';
import {
  longestScreenMm,
  mostScreenPx,
  shortestScreenMm,
  widestBezelMm,
  type WallRect,
} from 'grid-data';
import { Button } from '#ui/Button.tsx';
import { NumberField } from './NumberField.tsx';
import { aspectWords, pixelSkew, toldSkew, type ScreenDraft } from './screen-draft.ts';
import styles from './Designer.module.css';

type ScreenFormProps = {
  draft: ScreenDraft;
  onChange: (change: (draft: ScreenDraft) => ScreenDraft) => void;
  onRemove: () => void;
};

/** The chosen screen in numbers. */
export function ScreenForm({ draft, onChange, onRemove }: ScreenFormProps) {
  const { t } = useTranslation('wall');
  const { rect, bezelMm, widthPx, heightPx } = draft;
  const place = (part: Partial<WallRect>): void =>
    onChange((it) => ({ ...it, rect: { ...it.rect, ...part } }));
  const size = { min: shortestScreenMm, max: longestScreenMm };
  return (
    <section className={styles.form} aria-label={draft.name} data-form={draft.id}>
      <label className={styles.wide}>
        {t('add.name')}
        <input
          name="name"
          maxLength={40}
          value={draft.name}
          onChange={({ target }) => onChange((it) => ({ ...it, name: target.value }))}
        />
      </label>
      <NumberField
        name="leftMm"
        label={t('add.leftMm')}
        value={rect.leftMm}
        onChange={(leftMm) => place({ leftMm })}
      />
      <NumberField
        name="topMm"
        label={t('add.topMm')}
        value={rect.topMm}
        onChange={(topMm) => place({ topMm })}
      />
      <NumberField
        name="widthMm"
        label={t('add.widthMm')}
        value={rect.widthMm}
        {...size}
        onChange={(widthMm) => place({ widthMm })}
      />
      <NumberField
        name="heightMm"
        label={t('add.heightMm')}
        value={rect.heightMm}
        {...size}
        onChange={(heightMm) => place({ heightMm })}
      />
      <NumberField
        name="bezelMm"
        label={t('add.bezelMm')}
        value={bezelMm}
        step={0.1}
        min={0}
        max={widestBezelMm}
        onChange={(value) => onChange((it) => ({ ...it, bezelMm: value }))}
      />
      <NumberField
        name="widthPx"
        label={t('add.widthPx')}
        value={widthPx}
        min={320}
        max={mostScreenPx}
        onChange={(value) => onChange((it) => ({ ...it, widthPx: Math.round(value) }))}
      />
      <NumberField
        name="heightPx"
        label={t('add.heightPx')}
        value={heightPx}
        min={240}
        max={mostScreenPx}
        onChange={(value) => onChange((it) => ({ ...it, heightPx: Math.round(value) }))}
      />
      <p className={styles.wide}>
        {t('designer.shape', {
          mm: aspectWords(rect.widthMm, rect.heightMm),
          px: aspectWords(widthPx, heightPx),
        })}
      </p>
      {pixelSkew(draft) > toldSkew ? (
        <p className={`${styles.wide} ${styles.amiss}`} data-fault="skew">
          {t('designer.skew', { percent: Math.round(pixelSkew(draft) * 100) })}
        </p>
      ) : null}
      <div className={styles.wide}>
        <Button data-act="remove-screen" onClick={onRemove}>
          {t('pair.remove')}
        </Button>
      </div>
    </section>
  );
}
