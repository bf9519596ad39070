import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sessions } from '#access/sessions.ts';
import { TicketSigner } from '#camera-views/ticket-signer.ts';
import { insertMadeUpCounty } from '#database/testing/made-up-county.ts';
import { insertCamera, insertIncident } from '#database/testing/made-up-things.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { signInWith } from '#gateway-link/testing/sign-in.ts';
import { ViewRegister } from '#gateway-link/view-register.ts';
import { ViewRevocations } from '#gateway-link/view-revocations.ts';
import { JournalReader } from '#journal/journal-reader.ts';
import { viewRequestLimits } from 'grid-data';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { RecordingTickets } from './recording-tickets.ts';
import { expireRequests } from './request-expiry.ts';
import { createViewRequests, type ViewRequests } from './view-requests.ts';

const village = '990101001001';

describeOnBothEngines('the right to recordings that play', (db) => {
  let signedIn: ReturnType<typeof signInWith>;
  let requests: ViewRequests;
  let tickets: RecordingTickets;
  let register: ViewRegister;
  let reader: JournalReader;
  const stopped = new Map<string, string>();

  beforeAll(async () => {
    const { database, clock } = db;
    await insertMadeUpCounty(database);
    await insertCamera(database, { id: 'cam', areaCode: village, purposes: [] });
    const sessions = new Sessions({ database, clock });
    signedIn = signInWith(db, sessions);
    requests = createViewRequests({ database, clock });
    const keys = mkdtempSync(join(tmpdir(), 'cloud-eye-key-'));
    tickets = new RecordingTickets({ database, clock, signer: new TicketSigner(join(keys, 'k')) });
    register = new ViewRegister({ database, sessions, clock });
    const revocations = new ViewRevocations(register, (viewIds, reason) => {
      for (const id of viewIds) stopped.set(id, reason);
    });
    reader = new JournalReader(database, { pollMs: 50 });
    await reader.start();
    reader.onEntries((rows) => void revocations.onJournal(rows));
  });
  afterAll(() => reader.stop());

  async function playing(emergency: boolean) {
    const officer = await signedIn('duty-officer');
    const now = db.clock.now();
    const request = await requests.request(officer, {
      commandId: randomUUID(),
      legalBasis: emergency ? 'emergency-response' : 'criminal-case',
      cameraIds: ['cam'],
      windowFrom: new Date(now.getTime() - 3_600_000),
      windowTo: now,
      reason: 'a missing child',
      caseNo: 'A-1',
      incidentId: emergency ? await insertIncident(db.database, { purposes: [] }) : null,
      emergency,
    });
    const decide = async (approve: boolean) =>
      requests.decide(await signedIn('leader', '990101'), {
        commandId: randomUUID(),
        id: request.id,
        version: request.version,
        approve,
        note: 'looked into',
      });
    if (!emergency) await decide(true);
    const { viewId } = await tickets.open(officer, { requestId: request.id, cameraId: 'cam' });
    const opening = () =>
      register.open({
        type: 'view-opening',
        requestId: 'r',
        viewId,
        cameraId: 'cam',
        transport: 'recorded-fmp4',
        clientIp: null,
        at: now.toISOString(),
      });
    return { officer, request, decide, viewId, opening };
  }

  const ended = (viewId: string) =>
    vi.waitFor(() => expect(stopped.get(viewId)).toBe('view-request-ended'), { timeout: 10_000 });

  test('ends when the request is taken back, though the camera is filed for no purpose of it', async () => {
    const { officer, request, viewId, opening } = await playing(false);
    expect(await opening()).toBeNull();
    const { version } = await requests.byId(officer, request.id);
    const revocation = { commandId: randomUUID(), id: request.id, version, note: 'found' };
    await requests.revoke(officer, revocation);
    await ended(viewId);
    expect(await opening()).toBe('view-request-ended');
  });

  test('ends when an emergency is refused afterwards', async () => {
    const { decide, viewId, opening } = await playing(true);
    expect(await opening()).toBeNull();
    await decide(false);
    await ended(viewId);
  });

  test('goes on when an emergency is approved afterwards', async () => {
    const { decide, viewId, opening } = await playing(true);
    expect(await opening()).toBeNull();
    await decide(true);
    const refused = await playing(true);
    await refused.opening();
    await refused.decide(false);
    await ended(refused.viewId);
    expect(stopped.has(viewId)).toBe(false);
  });

  test('ends when nobody approves an emergency in time', async () => {
    const { viewId, opening } = await playing(true);
    expect(await opening()).toBeNull();
    db.clock.advanceSeconds(viewRequestLimits.emergencyApprovalHours * 3600);
    await expireRequests(db.database, db.clock);
    await ended(viewId);
  });
});
