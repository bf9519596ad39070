import { useTranslation } from 'react-i18next';
import { Panel } from '#ui/Panel.tsx';
import { hallCommands } from './hall-keys.ts';
import styles from './KeySheet.module.css';

const shown: readonly { id: string; key: string }[] = [
  ...hallCommands(),
  { id: 'pan', key: '← ↑ ↓ →' },
  { id: 'zoom', key: '+ −' },
  { id: 'corner', key: 'Space' },
  { id: 'finish', key: 'Enter' },
  { id: 'corner-back', key: '⌫' },
  { id: 'back', key: 'Esc' },
  { id: 'palette', key: 'Ctrl K' },
];

export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Panel raised past title={t('keys')} onClose={onClose} className={styles.sheet}>
      <dl className={styles.keys}>
        {shown.map(({ id, key }) => (
          <div key={id} className={styles.line}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`command.${id}`)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
