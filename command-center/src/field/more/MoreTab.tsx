import cases from '../cases/Cases.module.css';
import { LeavePart } from '../leave/LeavePart.tsx';
import { LookupPart } from '../lookup/LookupPart.tsx';
import { OwnAreaMap } from './OwnAreaMap.tsx';
import type { Worker } from '../session/worker-session.ts';

/** What a shift needs now and then. */
export function MoreTab({ worker }: { worker: Worker }) {
  return (
    <div className={cases.tab}>
      <LookupPart worker={worker} />
      <OwnAreaMap worker={worker} />
      {worker.permissions.includes('incident.report') ? <LeavePart worker={worker} /> : null}
    </div>
  );
}
