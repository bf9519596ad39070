import {
  Globe,
  HeartPulse,
  Languages,
  Layers,
  LayoutDashboard,
  Map as MapIcon,
  Monitor,
  Repeat,
  Search,
  Sun,
  Volume2,
  VolumeX,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '#gis/use-viewer.ts';
import { SignOutButton } from '#session/SignOutButton.tsx';
import { switchEngine, useMapModel } from '#map/map-model.ts';
import { TimeLine } from '#replay/line/TimeLine.tsx';
import { replayState } from '#replay/replay-state.ts';
import { switchLanguage } from '#words/i18n.ts';
import { Button } from '#ui/Button.tsx';
import { useStore } from '#ui/create-store.ts';
import { soundState } from './chime.ts';
import { ConnectionState } from './ConnectionState.tsx';
import { pagesOf } from './hall-pages.ts';
import { showPanel, togglePanel } from './hall-panels.ts';
import { LastHour } from './LastHour.tsx';
import { MapTools } from './MapTools.tsx';
import { goTo } from './path.ts';
import { toggleFace, toggleMuted, usePreferences } from './preferences.ts';
import { ScaleBar } from './ScaleBar.tsx';
import styles from './BottomBar.module.css';

/** One line: how fresh everything is, the last hour, and the few switches. */
export function BottomBar({ areaCode }: { areaCode: string }) {
  const { t } = useTranslation('shell');
  const { viewer } = useViewer();
  const engineKind = useMapModel((model) => model.engineKind);
  const replaying = useStore(replayState, ({ at }) => at !== null);
  const mayUseWall = viewer?.permissions.some((each) => each.startsWith('wall.')) ?? false;
  const pages = pagesOf(viewer).filter(({ inBar }) => inBar);
  return (
    <footer className={styles.bar}>
      {replaying ? null : <ConnectionState />}
      <TimeLine areaCode={areaCode} />
      {replaying ? null : <LastHour areaCode={areaCode} />}
      <ScaleBar />
      <nav className={styles.tools} aria-label={t('tools')}>
        <SoundNote />
        <MapTools />
        <Tool id="search" icon={<Search size="1.2em" />} onClick={() => showPanel('search')} />
        <Tool id="layers" icon={<Layers size="1.2em" />} onClick={() => togglePanel('layers')} />
        <Tool
          id="video-health"
          icon={<HeartPulse size="1.2em" />}
          onClick={() => togglePanel('video-health')}
        />
        <Tool id="tours" icon={<Repeat size="1.2em" />} onClick={() => togglePanel('tours')} />
        <Tool
          id="situation"
          icon={<LayoutDashboard size="1.2em" />}
          onClick={() => togglePanel('situation')}
        />
        {mayUseWall ? (
          <Tool id="wall" icon={<Monitor size="1.2em" />} onClick={() => togglePanel('wall')} />
        ) : null}
        <SoundTool />
        <Tool
          id="globe"
          icon={engineKind === 'flat' ? <Globe size="1.2em" /> : <MapIcon size="1.2em" />}
          onClick={switchEngine}
        />
        <Tool
          id="language"
          icon={<Languages size="1.2em" />}
          onClick={() => void switchLanguage()}
        />
        <Tool id="face" icon={<Sun size="1.2em" />} onClick={toggleFace} />
        {pages.map(({ id, path }) => (
          <Button key={id} look="plain" onClick={() => goTo(path)}>
            {t(id)}
          </Button>
        ))}
        <span className={styles.viewer}>{viewer?.displayName}</span>
        <SignOutButton />
      </nav>
    </footer>
  );
}

type ToolProps = { id: string; icon: React.ReactNode; onClick: () => void; pressed?: boolean };

function Tool({ id, icon, onClick, pressed }: ToolProps) {
  const { t } = useTranslation('shell');
  const words = t(`command.${id}`);
  return (
    <Button
      look="plain"
      aria-label={words}
      aria-pressed={pressed}
      title={words}
      onClick={onClick}
      data-tool={id}
    >
      {icon}
    </Button>
  );
}

/**
 * Says in words when the browser still withholds sound. It goes with the first press on the page: what stands at its right
 * is not moved from under that press.
 */
function SoundNote() {
  const { t } = useTranslation('shell');
  const muted = usePreferences((state) => state.muted);
  const sound = useStore(soundState, (state) => state.sound);
  if (sound !== 'waiting' || muted) return null;
  return <span className={styles.note}>{t('soundWaits')}</span>;
}

function SoundTool() {
  const muted = usePreferences((state) => state.muted);
  const sound = useStore(soundState, (state) => state.sound);
  return (
    <Tool
      id="mute"
      pressed={muted}
      icon={muted || sound === 'waiting' ? <VolumeX size="1.2em" /> : <Volume2 size="1.2em" />}
      onClick={toggleMuted}
    />
  );
}
