import { longestPlatformCameraId, longestPlatformId } from 'grid-data';
import { describe, expect, it } from 'vitest';
import { FakeGisServer } from '#testing/fake-gis-server.ts';
import { TicketVerifier } from '#tickets/verify-ticket.ts';

const now = 1_795_420_800;

function aDesk(atSeconds = now) {
  const gis = new FakeGisServer();
  const clock = { seconds: atSeconds, now: () => new Date(clock.seconds * 1000) };
  const tickets = new TicketVerifier(clock);
  tickets.trust(gis.publicKeyPem());
  const ticket = (change = {}) => gis.ticket({ issuedAt: now, startBefore: now + 30, ...change });
  return { tickets, ticket, clock };
}

const refusedWith = (reason: string) => expect.objectContaining({ kind: 'not-allowed', reason });

describe('a play ticket', () => {
  it('opens what it says', () => {
    const { tickets, ticket } = aDesk();
    expect(tickets.spend(ticket({ cameraId: 'camera-9' }))).toMatchObject({ cameraId: 'camera-9' });
  });

  it('opens a camera whose id is as long as a platform may make it', () => {
    const { tickets, ticket } = aDesk();
    const cameraId = `${'p'.repeat(longestPlatformId)}:${'像'.repeat(longestPlatformCameraId)}`;
    expect(tickets.spend(ticket({ cameraId }))).toMatchObject({ cameraId });
    expect(() => tickets.spend(ticket({ cameraId: `${cameraId}x` }))).toThrow(
      refusedWith('ticket-forged'),
    );
  });

  it('is spent by its first use, and for as long as it could be used', () => {
    const { tickets, ticket, clock } = aDesk();
    const text = ticket();
    tickets.spend(text);
    clock.seconds = now + 35;
    tickets.spend(ticket());
    expect(() => tickets.spend(text)).toThrow(refusedWith('ticket-used'));
  });

  it('may start five seconds late for a slow clock, no later', () => {
    const late = aDesk(now + 35);
    expect(late.tickets.spend(late.ticket())).toBeDefined();
    const tooLate = aDesk(now + 36);
    expect(() => tooLate.tickets.spend(tooLate.ticket())).toThrow(refusedWith('ticket-expired'));
    const early = aDesk(now - 6);
    expect(() => early.tickets.spend(early.ticket())).toThrow(refusedWith('ticket-not-yet-valid'));
  });

  it('is refused when any byte of it was changed', () => {
    const { tickets, ticket } = aDesk();
    const text = ticket();
    for (let at = 0; at < text.length; at += 7) {
      const other = text[at] === 'A' ? 'B' : 'A';
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      expect(() => tickets.spend(changed)).toThrow(refusedWith('ticket-forged'));
    }
  });

  it('is refused when another key signed it, or when it is no ticket at all', () => {
    const { tickets } = aDesk();
    const forged = new FakeGisServer().ticket({ issuedAt: now, startBefore: now + 30 });
    for (const text of [forged, '', '.', 'a.b', 'x'.repeat(5000), `${forged}.${forged}`]) {
      expect(() => tickets.spend(text)).toThrow(refusedWith('ticket-forged'));
    }
  });

  it('is refused when it is signed and misshapen', () => {
    const { tickets, ticket } = aDesk();
    for (const change of [{ viewId: '../../etc' }, { maxViewSeconds: 0 }, { profile: 'third' }]) {
      expect(() => tickets.spend(ticket(change))).toThrow(refusedWith('ticket-forged'));
    }
  });
});
