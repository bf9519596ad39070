import {
  Car,
  Circle,
  Eye,
  Lasso,
  Pentagon,
  Route,
  Spline,
  Square,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { finishDrawing, useDraw } from '#draw/draw-state.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { askTools, chooseAskTool, closeAsk, useAsk, type AskTool } from './question.ts';
import { GroundCounts } from './GroundCounts.tsx';
import { QuestionFields } from './QuestionFields.tsx';
import { SaveLayerForm } from './layers/SaveLayerForm.tsx';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from './WithinPanel.module.css';

const icons: Record<AskTool, LucideIcon> = {
  polygon: Pentagon,
  rectangle: Square,
  freehand: Lasso,
  circle: Circle,
  line: Spline,
  road: Route,
  travel: Car,
  sight: Eye,
};

/** Draw on the ground and ask what lies there: who is near, who looks at it, what stands there, who lives there. */
export function WithinPanel() {
  const { t } = useTranslation('within');
  const open = useAsk((state) => state.open);
  const question = useAsk((state) => state.question);
  if (!open) return null;
  return (
    <Panel title={t('title')} onClose={closeAsk} className={toolStyles.panel}>
      <Tools />
      <Hint />
      {question ? (
        <div className={toolStyles.body}>
          <QuestionFields question={question} />
          <SaveLayerForm question={question} />
          <GroundCounts question={question} />
        </div>
      ) : null}
    </Panel>
  );
}

function Tools() {
  const { t } = useTranslation('within');
  const tool = useAsk((state) => state.tool);
  const drawing = useDraw((state) => state.tool !== null);
  return (
    <div className={toolStyles.tools} role="toolbar" aria-label={t('tools')}>
      {askTools.map((each) => {
        const Icon = icons[each];
        return (
          <Button
            key={each}
            look="plain"
            aria-pressed={drawing && tool === each}
            aria-label={t(`tool.${each}`)}
            title={t(`tool.${each}`)}
            data-ask-tool={each}
            onClick={() => chooseAskTool(each)}
          >
            <Icon size="1.3em" aria-hidden />
          </Button>
        );
      })}
    </div>
  );
}

/** What to do next, or what is wrong with what was drawn. */
function Hint() {
  const { t } = useTranslation('within');
  const tool = useAsk((state) => state.tool);
  const refused = useAsk((state) => state.refused);
  const drawing = useDraw((state) => state.tool);
  const corners = useDraw((state) => state.corners.length);
  const fault = useDraw((state) => state.fault);
  if (drawing === null || tool === null) return null;
  if (fault) {
    return (
      <p className={styles.fault} role="alert" data-fault={fault.reason}>
        {t(`fault.${fault.reason}`, { defaultValue: t('fault.other') })}
      </p>
    );
  }
  const endsByHand = (tool === 'polygon' && corners > 2) || (tool === 'line' && corners > 1);
  return (
    <div className={toolStyles.hint}>
      <p role={refused ? 'alert' : undefined} data-refused={refused}>
        {refused
          ? t(`refused.${refused}`, { defaultValue: t('refused.unreachable') })
          : t(`hint.${tool}`)}
      </p>
      {endsByHand ? (
        <Button shortcut="Enter" onClick={finishDrawing} data-act="finish">
          {t('finish')}
        </Button>
      ) : null}
    </div>
  );
}
