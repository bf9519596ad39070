/** A question to gis-server whose every way to fail is a value: the outbox must know what became of what it sent. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { EntryRefusal } from '../outbox/outbox-entry.ts';
import type { StopReason } from '../outbox/outbox.ts';
import type { ServerClock } from '../outbox/server-clock.ts';

export type GraphAnswer<Value> =
  | { answered: true; value: Value }
  | { answered: false; refusal: EntryRefusal }
  | { answered: false; stop: StopReason };

type GraphError = { message: string; extensions?: Record<string, unknown> };

/** A line that neither carries nor breaks is as good as none. */
const patienceMs = 30_000;

export type Net = {
  ask: <Value, Variables>(
    document: TypedDocumentNode<Value, Variables>,
    variables: Variables,
  ) => Promise<GraphAnswer<Value>>;
  /** Null where no answer came. */
  fetch: (path: string, init?: RequestInit) => Promise<Response | null>;
};

export function createNet(clock: ServerClock): Net {
  const timed: Net['fetch'] = async (path, init = {}) => {
    const askedAt = Date.now();
    try {
      const signal = AbortSignal.timeout(patienceMs);
      const answer = await fetch(path, { cache: 'no-store', signal, ...init });
      clock.note(answer.headers.get('date'), askedAt, Date.now());
      return answer;
    } catch {
      return null;
    }
  };
  return {
    fetch: timed,
    async ask(document, variables) {
      const body = JSON.stringify({ query: print(document), variables });
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const answer = await timed('/graphql', { method: 'POST', headers, body });
      return answer === null ? { answered: false, stop: 'unreachable' } : read(answer);
    },
  };
}

async function read<Value>(answer: Response): Promise<GraphAnswer<Value>> {
  const body = (await answer.json().catch(() => null)) as {
    data?: Value | null;
    errors?: GraphError[];
  } | null;
  const error = body?.errors?.[0];
  if (error !== undefined) return failureOf(error);
  if (body?.data) return { answered: true, value: body.data };
  if (answer.status === 401) return { answered: false, stop: 'signed-out' };
  return { answered: false, stop: 'server-trouble' };
}

function failureOf({
  message,
  extensions = {},
}: GraphError): Exclude<GraphAnswer<never>, { answered: true }> {
  const { code, reason, details, reportId } = extensions;
  if (code === 'UNAUTHENTICATED') return { answered: false, stop: 'signed-out' };
  if (code === 'UNAVAILABLE') return { answered: false, stop: 'server-trouble' };
  const known = typeof details === 'object' && details !== null ? details : {};
  return {
    answered: false,
    refusal: {
      reason: typeof reason === 'string' ? (ourWords[reason] ?? reason) : 'internal',
      message,
      details: typeof reportId === 'string' ? { ...known, reportId } : { ...known },
    },
  };
}

/** What the schema itself refuses comes from an app older than the server. */
const ourWords: Readonly<Record<string, string>> = { document: 'app-outdated' };
