import { useTranslation } from 'react-i18next';
import { Age } from '#ui/Age.tsx';
import { Button } from '#ui/Button.tsx';
import type { ScreenDraft } from './screen-draft.ts';
import styles from './Designer.module.css';

/** The screen as somebody else saved it meanwhile, as the refusal tells it. */
export type TheirScreen = {
  version: number;
  name: string;
  leftMm: number;
  topMm: number;
  widthMm: number;
  heightMm: number;
  bezelMm: number;
  widthPx: number;
  heightPx: number;
  changedBy: string;
  changedAt: string;
};

type ScreenConflictProps = {
  draft: ScreenDraft;
  theirs: TheirScreen;
  onReplace: () => void;
  onTake: () => void;
};

const fields = [
  'leftMm',
  'topMm',
  'widthMm',
  'heightMm',
  'bezelMm',
  'widthPx',
  'heightPx',
] as const;

/** Both versions side by side; neither is lost before somebody has decided. */
export function ScreenConflict({ draft, theirs, onReplace, onTake }: ScreenConflictProps) {
  const { t } = useTranslation('wall');
  const mine = { ...draft, ...draft.rect };
  return (
    <div className={styles.conflict} role="alert" data-conflict="screen">
      <p>
        {t('designer.screenConflict', { who: theirs.changedBy })}{' '}
        <Age since={new Date(theirs.changedAt)} />
      </p>
      <table>
        <thead>
          <tr>
            <th />
            <th>{t('designer.mine')}</th>
            <th>{t('designer.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          <tr data-differs={mine.name !== theirs.name}>
            <th>{t('add.name')}</th>
            <td>{mine.name}</td>
            <td>{theirs.name}</td>
          </tr>
          {fields.map((field) => (
            <tr key={field} data-differs={mine[field] !== theirs[field]}>
              <th>{t(`add.${field}`)}</th>
              <td>{mine[field]}</td>
              <td>{theirs[field]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.row}>
        <Button look="solid" data-act="keep-mine" onClick={onReplace}>
          {t('designer.keepMine')}
        </Button>
        <Button data-act="take-theirs" onClick={onTake}>
          {t('designer.takeTheirs')}
        </Button>
      </div>
    </div>
  );
}
