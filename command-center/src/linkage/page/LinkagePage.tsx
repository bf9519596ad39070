import { useTranslation } from 'react-i18next';
import { useViewer } from '#gis/use-viewer.ts';
import { ChoiceBar } from '#ui/ChoiceBar.tsx';
import { useStore } from '#ui/create-store.ts';
import { Panel } from '#ui/Panel.tsx';
import { FiringList, type ShownIncident } from './FiringList.tsx';
import { linkagePage, type LinkageTab } from './linkage-page.ts';
import { RulesTab } from './RulesTab.tsx';

type LinkagePageProps = {
  onClose: () => void;
  onIncident: (incident: ShownIncident) => void;
};

const tabs: readonly LinkageTab[] = ['rules', 'firings'];

/** 联动: the rules of one's area as sentences, and what they did. */
export function LinkagePage({ onClose, onIncident }: LinkagePageProps) {
  const { t } = useTranslation('linkage');
  const { viewer } = useViewer();
  const tab = useStore(linkagePage, (state) => state.tab);
  const ruleId = useStore(linkagePage, (state) => state.ruleId);
  if (!viewer) return null;
  return (
    // The keys of the hall underneath are not meant for what is written here.
    <div onKeyDown={(event) => event.stopPropagation()} role="presentation">
      <Panel
        page
        title={t('title')}
        onClose={onClose}
        aside={
          <ChoiceBar
            label={t('tabs')}
            mark="tab"
            choices={tabs}
            chosen={tab}
            words={(each) => t(`tab.${each}`)}
            onChoose={(each) => linkagePage.set({ tab: each, ruleId: null })}
          />
        }
      >
        {tab === 'rules' ? (
          <RulesTab
            viewer={viewer}
            chosenId={ruleId}
            onChoose={(id) => linkagePage.set({ ruleId: id })}
            onIncident={onIncident}
          />
        ) : (
          <FiringList
            ruleId={ruleId}
            onRule={(id) => linkagePage.set({ ruleId: id })}
            onIncident={onIncident}
          />
        )}
      </Panel>
    </div>
  );
}
