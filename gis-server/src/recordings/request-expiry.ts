import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database } from '#database/transaction.ts';
import { expiryOf, type Clock, type GrantTimes } from 'grid-data';
import { endRequest } from './request-commands.ts';

/** Ends the requests whose time is over; an emergency without its approval stands as overdue from then on. */
export async function expireRequests(database: Database, clock: Clock): Promise<void> {
  const now = clock.now();
  await database.write(systemViewer(), async (tx) => {
    const over = await tx.query<
      GrantTimes & { id: string; areaCode: string }
    >(sql`-- Whose time is over?
      select id, area_code as "areaCode", state, emergency, approve_by as "approveBy", valid_until as "validUntil"
      from view_requests where state in ('requested', 'approved')
        and (valid_until <= ${now} or (state = 'requested' and approve_by <= ${now})) for update`);
    for (const request of over) {
      const reason = expiryOf(request, now);
      if (reason === null) continue;
      await endRequest(tx, { request, to: 'expired', reason, note: null, at: now });
    }
  });
}
