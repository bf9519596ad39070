import { useTranslation } from 'react-i18next';
import type { OpenCamera } from '#map/map-model.ts';
import type { ViewTicket } from '#video/player/picture-state.ts';
import styles from './WhoAndWhy.module.css';

type WhoAndWhyProps = {
  owner: string;
  ticket: ViewTicket | null;
  reason: OpenCamera['reason'];
};

/** Whose camera it is, for what it was opened, who answers for that, and why it was picked for an incident. */
export function WhoAndWhy({ owner, ticket, reason }: WhoAndWhyProps) {
  const { t } = useTranslation('cameras');
  const facts: [string, string][] = [['owner', t(`owner.${owner}`, { defaultValue: owner })]];
  if (ticket !== null) {
    facts.push(['purpose', t(`purpose.${ticket.purpose}`, { defaultValue: ticket.purpose })]);
    facts.push(['chargedTo', ticket.chargedTo]);
  }
  return (
    <div className={styles.facts}>
      {facts.map(([name, value]) => (
        <span key={name} data-fact={name}>
          <span className={styles.name}>{t(`fact.${name}`)}</span> {value}
        </span>
      ))}
      {reason ? (
        <span className={styles.reason} data-fact="reason">
          {t(`relation.${reason.relation}`, { meters: Math.round(reason.distanceMeters) })}
        </span>
      ) : null}
    </div>
  );
}
