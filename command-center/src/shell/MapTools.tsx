import { useEffect, useRef } from 'react';
import { Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '#gis/use-viewer.ts';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { hallCommands, type HallCommand } from './hall-keys.ts';
import { hallPanels, showPanel, togglePanel } from './hall-panels.ts';
import styles from './MapTools.module.css';

/** What is asked of the map, in the order in which it is needed; each has a key too. */
const offered = [
  'within',
  'route',
  'measure',
  'blind-spots',
  'place-cameras',
  'look-here',
  'pictures',
] as const;

/** Everything that the map answers, by a button each. */
export function MapTools() {
  const { t } = useTranslation('shell');
  const open = useStore(hallPanels, (state) => state.open === 'map-tools');
  return (
    <div className={styles.place}>
      <Button
        look="plain"
        aria-expanded={open}
        data-tool="map-tools"
        onClick={() => togglePanel('map-tools')}
      >
        <Wrench size="1.2em" aria-hidden />
        {t('mapTools')}
      </Button>
      {open ? <ToolList /> : null}
    </div>
  );
}

function ToolList() {
  const { t } = useTranslation('shell');
  const { viewer } = useViewer();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const mayTurn = viewer?.permissions.includes('camera.ptz') ?? false;
  const commands = offered.flatMap((wanted) =>
    wanted === 'look-here' && !mayTurn ? [] : hallCommands().filter(({ id }) => id === wanted),
  );
  const choose = ({ run }: HallCommand): void => {
    showPanel(null);
    run();
  };
  return (
    <ul ref={list} className={styles.tools} aria-label={t('mapTools')}>
      {commands.map((command) => (
        <li key={command.id}>
          <Button
            look="plain"
            className={styles.tool}
            shortcut={command.key.toUpperCase()}
            data-map-tool={command.id}
            onClick={() => choose(command)}
          >
            {t(`command.${command.id}`)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
