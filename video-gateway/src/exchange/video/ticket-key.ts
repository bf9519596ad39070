/** The public half of gis-server's ticket key, brought here as a file: the edge cannot name another. */
import { readFileSync } from 'node:fs';
import type { TicketVerifier } from '#tickets/verify-ticket.ts';

/** Started side by side, gis-server may write it after we look. */
const lookAgainMs = 1_000;

/** Answers the way to stop looking. Until the file is there, every command is refused. */
export function pinTicketKey(file: string, tickets: Pick<TicketVerifier, 'trust'>): () => void {
  const read = () => {
    try {
      tickets.trust(readFileSync(file, 'utf8'));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw new Error(`${file} holds no Ed25519 public key`, { cause: error });
    }
  };
  if (read()) return () => undefined;
  const timer = setInterval(() => {
    if (read()) clearInterval(timer);
  }, lookAgainMs);
  return () => clearInterval(timer);
}
