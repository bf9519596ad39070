import { sql } from '#database/sql.ts';
import { forbiddenPlaceClasses, incidentStates, isOpenState } from 'grid-data';

const endStates = incidentStates.filter((state) => !isOpenState(state));

/** Whether a post at the center of who looked is held now, by anybody or by the one who answers for the look. */
const postHeld = (by: 'anybody' | 'charged') => sql`exists (select 1 from duties
  join users on users.area_code = duties.area_code and users.id = camera_views.user_id
  where signed_out_at is null and ${by === 'anybody' ? sql`true` : sql`duties.user_id = charged_to`})`;

/** A department looks for the cases given to it; one that went elsewhere gives it no reason any more. */
const caseIsElsewhere = sql`exists (select 1 from incidents
  join users on users.id = camera_views.user_id and users.department_code is not null
  where incidents.id = incident_id and incidents.department_code is distinct from users.department_code)`;

/** Its class names the purposes that it opens cameras for, and may be corrected while somebody looks. */
const caseIsAnother = sql`exists (select 1 from incidents
  join incident_classes on incident_classes.code = incidents.class_code
  where incidents.id = incident_id and not purpose = any(incident_classes.purposes))`;

const standsInScope = sql`exists (select 1 from cameras join users on users.id = camera_views.user_id
  where cameras.id = camera_id and starts_with(cameras.area_code, users.area_code))`;

/** Recorded video rests on its request, not on what the camera is filed for; what time ends, housekeeping writes. */
const requestStands = sql`exists (select 1 from view_requests where view_requests.id = view_request_id
  and (view_requests.state = 'approved' or (view_requests.state = 'requested' and view_requests.emergency)))`;

/** Who broke the glass must stay on duty; the time is the ticket's. */
const glassLapse = sql`case
  when exists (select 1 from cameras where cameras.id = camera_id and place_class = any(${forbiddenPlaceClasses}))
    then 'place-forbidden'
  when ${postHeld('charged')} then null else 'not-on-duty' end`;

/**
 * Why a look has lost what it rests on, by the rows as they are now; null while it stands. The rule for all that was
 * once permitted: when it opens, while it runs, and for what changed while nobody watched.
 */
export const viewLapse = sql`case
  when not exists (select 1 from sessions where id_hash = session_id) then 'session-ended'
  when view_request_id is not null then case when ${requestStands} then null else 'view-request-ended' end
  when not exists (select 1 from cameras where cameras.id = camera_id and gone_at is null) then 'camera-gone'
  when not ${standsInScope} then 'outside-scope'
  when break_glass_reason is not null then ${glassLapse}
  when not exists (select 1 from cameras where cameras.id = camera_id and purpose = any(purposes))
    then 'purpose-not-filed'
  when exists (select 1 from incidents where incidents.id = incident_id and incidents.state = any(${endStates}))
    then 'incident-closed'
  when ${caseIsAnother} then 'case-reclassified'
  when ${caseIsElsewhere} then 'case-elsewhere'
  when (charged_to = camera_views.user_id and not opened_by_rule) or ${postHeld('charged')} then null
  when ${postHeld('anybody')} then 'duty-changed'
  else 'nobody-on-duty' end`;
