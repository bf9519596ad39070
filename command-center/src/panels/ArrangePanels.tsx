import { useState } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { isSituationPanel, roles, situationPanels, type SituationPanel } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  ArrangePanelsDocument,
  PanelArrangementDocument,
  type ArrangementFieldsFragment,
} from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { refusalOf } from '#session/refusal.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Panels.module.css';

/** Roles that never see a panel are not arranged for. */
const arranged = roles.filter((role) => !['auditor', 'wall', 'grid-worker'].includes(role));

/** Which panels a role sees at this center, and in which order. */
export function ArrangePanels({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('panels');
  const { viewer } = useViewer();
  const [role, setRole] = useState(viewer?.role ?? 'duty-officer');
  const { data } = useQuery(PanelArrangementDocument, {
    variables: { role },
    fetchPolicy: 'cache-and-network',
  });
  const now = data?.panelArrangement;
  return (
    <section className={styles.arrange} aria-label={t('arrange.title')} data-arrange>
      <label>
        {t('arrange.role')}{' '}
        <select value={role} data-arrange-role onChange={({ target }) => setRole(target.value)}>
          {arranged.map((each) => (
            <option key={each} value={each}>
              {t(`accounts:role.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {now && now.role === role ? (
        <Order key={`${role} ${now.version}`} now={now} onClose={onClose} />
      ) : null}
    </section>
  );
}

function Order({ now, onClose }: { now: ArrangementFieldsFragment; onClose: () => void }) {
  const { t } = useTranslation('panels');
  const client = useApolloClient();
  const shown = now.panels.filter(isSituationPanel);
  const [order, setOrder] = useState<readonly SituationPanel[]>([
    ...shown,
    ...situationPanels.filter((panel) => !shown.includes(panel)),
  ]);
  const [visible, setVisible] = useState<ReadonlySet<SituationPanel>>(new Set(shown));
  const [refused, setRefused] = useState<string | null>(null);
  const swap = (index: number, other: number): void => {
    const next = [...order];
    const [a, b] = [next[index], next[other]];
    if (a === undefined || b === undefined) return;
    next[index] = b;
    next[other] = a;
    setOrder(next);
  };
  const save = (): void => {
    const panels = order.filter((panel) => visible.has(panel));
    const variables = { commandId: newCommandId(), role: now.role, version: now.version, panels };
    client
      .mutate({
        mutation: ArrangePanelsDocument,
        variables,
        refetchQueries: ['PanelArrangement'],
      })
      .then(onClose)
      .catch((error: unknown) => {
        const { reason, details } = refusalOf(error);
        const who = details['changedBy'];
        setRefused(
          reason === 'version'
            ? t('arrange.conflict', { who: typeof who === 'string' ? who : '' })
            : t('arrange.refused'),
        );
        void client.refetchQueries({ include: ['PanelArrangement'] });
      });
  };
  return (
    <>
      <ol>
        {order.map((panel, index) => (
          <li key={panel} data-arranged={panel}>
            <label>
              <input
                type="checkbox"
                checked={visible.has(panel)}
                onChange={({ target }) => {
                  const next = new Set(visible);
                  if (target.checked) next.add(panel);
                  else next.delete(panel);
                  setVisible(next);
                }}
              />{' '}
              {t(`panel.${panel}`)}
            </label>
            <Button
              look="plain"
              aria-label={t('arrange.earlier', { name: t(`panel.${panel}`) })}
              disabled={index === 0}
              data-earlier={panel}
              onClick={() => swap(index, index - 1)}
            >
              <ArrowUp size="1em" aria-hidden />
            </Button>
            <Button
              look="plain"
              aria-label={t('arrange.later', { name: t(`panel.${panel}`) })}
              disabled={index === order.length - 1}
              onClick={() => swap(index, index + 1)}
            >
              <ArrowDown size="1em" aria-hidden />
            </Button>
          </li>
        ))}
      </ol>
      {refused === null ? null : <p role="alert">{refused}</p>}
      <p className={styles.chips}>
        <Button
          look="solid"
          data-act="save-arrangement"
          disabled={visible.size === 0}
          onClick={save}
        >
          {t('arrange.save')}
        </Button>
        <Button onClick={onClose}>{t('arrange.cancel')}</Button>
      </p>
    </>
  );
}
