import { Pentagon, Spline } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { routeOf } from 'grid-data';
import { finishDrawing, useDraw } from '#draw/draw-state.ts';
import { Button } from '#ui/Button.tsx';
import { Facts } from '#ui/Facts.tsx';
import { Panel } from '#ui/Panel.tsx';
import { ringAreaSquareMeters, ringLengthMeters } from './measuring.ts';
import {
  chooseMeasureTool,
  closeMeasure,
  measureTools,
  useMeasure,
  type Measured,
} from './measure-state.ts';
import { ProfileChart } from './ProfileChart.tsx';
import toolStyles from '#ui/ToolPanel.module.css';

const icons = { line: Spline, polygon: Pentagon };

/** 量测: length, area, heights and the profile of the ground along a line. */
export function MeasurePanel() {
  const { t } = useTranslation('measure');
  const open = useMeasure((state) => state.open);
  const tool = useMeasure((state) => state.tool);
  const measured = useMeasure((state) => state.measured);
  const drawing = useDraw((state) => state.tool !== null);
  const corners = useDraw((state) => state.corners.length);
  const fault = useDraw((state) => state.fault);
  if (!open) return null;
  return (
    <Panel title={t('title')} onClose={closeMeasure}>
      <div className={toolStyles.tools} role="toolbar" aria-label={t('title')}>
        {measureTools.map((each) => {
          const Icon = icons[each];
          return (
            <Button
              key={each}
              aria-pressed={drawing && tool === each}
              data-measure-tool={each}
              onClick={() => chooseMeasureTool(each)}
            >
              <Icon size="1.2em" aria-hidden /> {t(`tool.${each}`)}
            </Button>
          );
        })}
      </div>
      {drawing ? (
        <div className={toolStyles.hint}>
          <p data-fault={fault?.reason}>{t(fault ? 'fault' : `hint.${tool}`)}</p>
          {corners >= (tool === 'line' ? 2 : 3) ? (
            <Button shortcut="Enter" onClick={finishDrawing} data-act="finish">
              {t('finish')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {measured ? <Measures measured={measured} /> : null}
    </Panel>
  );
}

function Measures({ measured }: { measured: Measured }) {
  const { t } = useTranslation('measure');
  const profile = useMeasure((state) => state.profile);
  const noRelief = useMeasure((state) => state.noRelief);
  const meters = (value: number): string => t('meters', { value: rounded(value) });
  if (measured.kind === 'polygon') {
    const area = ringAreaSquareMeters(measured.ring);
    return (
      <div className={toolStyles.body} data-area={Math.round(area)}>
        <Facts
          facts={[
            [t('area'), t('squareMeters', { value: Math.round(area) })],
            [t('hectares'), t('inHectares', { value: rounded(area / 10_000) })],
            [t('perimeter'), meters(ringLengthMeters(measured.ring))],
          ]}
        />
      </div>
    );
  }
  const { lengthMeters } = routeOf(measured.line);
  const first = profile?.points[0];
  const last = profile?.points.at(-1);
  return (
    <div className={toolStyles.body} data-length={Math.round(lengthMeters)}>
      <Facts
        facts={[
          [t('length'), meters(lengthMeters)],
          [
            t('ends'),
            first && last ? `${meters(first.heightMeters)} → ${meters(last.heightMeters)}` : null,
          ],
          [
            t('range'),
            profile ? `${meters(profile.lowestMeters)} – ${meters(profile.highestMeters)}` : null,
          ],
          [
            t('climb'),
            profile
              ? `↑ ${meters(profile.ascentMeters)}  ↓ ${meters(profile.descentMeters)}`
              : null,
          ],
        ]}
      />
      {profile ? <ProfileChart profile={profile} /> : null}
      {noRelief ? <p className={toolStyles.bad}>{t('noRelief')}</p> : null}
    </div>
  );
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
