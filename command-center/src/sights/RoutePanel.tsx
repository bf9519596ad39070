import { useQuery } from '@apollo/client/react';
import { ArrowLeftRight, MapPin, Spline } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { finishDrawing, useDraw } from '#draw/draw-state.ts';
import { CamerasAlongDocument } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { Figure } from '#ui/Figure.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { RoadSearch } from './RoadSearch.tsx';
import { RouteCameras } from './RouteCameras.tsx';
import { RoutePlayer } from './RoutePlayer.tsx';
import type { RouteTour } from './route-looks.ts';
import { useRouteShapes, type RouteViewed } from './route-shapes.ts';
import {
  chooseRouteTool,
  closeRoute,
  routeInput,
  turnRoute,
  useRoute,
  type FollowedRoute,
} from './route-state.ts';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from './sights.module.css';

/** Online states change; whoever follows a road for an hour must not look at those of an hour ago. */
const askedAnewMs = 20_000;
const camerasAsked = 120;

type RoutePanelProps = { onPlay: (tour: RouteTour) => void };

/** 沿路看: the cameras of a road in the order in which one passes them, each with what it does for it. */
export function RoutePanel({ onPlay }: RoutePanelProps) {
  const { t } = useTranslation('sights');
  const open = useRoute((state) => state.open);
  const followed = useRoute((state) => state.followed);
  if (!open) return null;
  return (
    <Panel title={t('route.title')} onClose={closeRoute} className={toolStyles.panel}>
      <RouteTools />
      {followed ? <Followed followed={followed} onPlay={onPlay} /> : null}
    </Panel>
  );
}

function RouteTools() {
  const { t } = useTranslation('sights');
  const tool = useRoute((state) => state.tool);
  const noRoad = useRoute((state) => state.noRoad);
  const drawing = useDraw((state) => state.tool !== null);
  const corners = useDraw((state) => state.corners.length);
  const fault = useDraw((state) => state.fault);
  return (
    <>
      <div className={toolStyles.tools} role="toolbar" aria-label={t('route.tools')}>
        <Button
          aria-pressed={drawing && tool === 'road'}
          data-route-tool="road"
          onClick={() => chooseRouteTool('road')}
        >
          <MapPin size="1.2em" aria-hidden /> {t('route.pick')}
        </Button>
        <Button
          aria-pressed={drawing && tool === 'line'}
          data-route-tool="line"
          onClick={() => chooseRouteTool('line')}
        >
          <Spline size="1.2em" aria-hidden /> {t('route.draw')}
        </Button>
        <RoadSearch />
      </div>
      {drawing ? (
        <div className={toolStyles.hint}>
          <p data-fault={fault?.reason}>
            {fault ? t('route.fault') : t(noRoad ? 'route.noRoad' : `route.hint.${tool}`)}
          </p>
          {tool === 'line' && corners > 1 ? (
            <Button shortcut="Enter" onClick={finishDrawing} data-act="finish">
              {t('route.finish')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function Followed({ followed, onPlay }: { followed: FollowedRoute } & RoutePanelProps) {
  const { t } = useTranslation('sights');
  const reversed = useRoute((state) => state.reversed);
  const pointedAt = useRoute((state) => state.pointedAt);
  const { data, error, refetch } = useQuery(CamerasAlongDocument, {
    variables: { route: routeInput(followed, reversed), first: camerasAsked },
    fetchPolicy: 'cache-and-network',
    pollInterval: askedAnewMs,
  });
  const view = data?.camerasAlong ?? null;
  useRouteShapes(view, pointedAt);
  const name = (followed.kind === 'road' ? followed.name : null) ?? t(`route.${followed.kind}`);
  const face = faceOf({ value: view, error, retry: () => void refetch() });
  return (
    <PanelFaces
      of={face}
      emptyWords={t('route.empty')}
      isEmpty={({ cameras }) => cameras.length === 0}
    >
      {(shown) => (
        <div className={toolStyles.body} data-route={name}>
          <RouteHead name={name} view={shown} />
          <RoutePlayer name={name} cameras={shown.cameras} onPlay={onPlay} />
          <RouteCameras cameras={shown.cameras} />
          {shown.leftOut > 0 ? (
            <p className={toolStyles.quiet}>{t('route.leftOut', { count: shown.leftOut })}</p>
          ) : null}
        </div>
      )}
    </PanelFaces>
  );
}

function RouteHead({ name, view }: { name: string; view: RouteViewed }) {
  const { t } = useTranslation('sights');
  const seeing = view.cameras.filter(({ relation }) => relation === 'sees').length;
  const share = Math.round((view.seenMeters / view.lengthMeters) * 100);
  return (
    <>
      <div className={styles.head}>
        <b className={styles.name}>{name}</b>
        <Button look="plain" data-act="turn-route" onClick={turnRoute}>
          <ArrowLeftRight size="1.1em" aria-hidden /> {t('route.turn')}
        </Button>
      </div>
      <div className={toolStyles.figures}>
        <Figure name="length" value={Math.round(view.lengthMeters)} words={t('route.length')} />
        <Figure
          name="seen-now"
          value={share}
          words={t('route.seenNow')}
          tone={share < 50 ? 'state-high' : 'text'}
        />
        <Figure name="seeing" value={seeing} words={t('route.seeing')} />
      </div>
    </>
  );
}
