import { useEffect, useRef, useState } from 'react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { fieldStore, net } from './field-parts.ts';
import type { GraphAnswer } from './net/ask-graph.ts';

export type Asked<Value> = {
  value: Value | null;
  /** When the server said it. */
  asOf: Date | null;
  /** Shown from the phone's memory, because the server cannot be asked now. */
  stale: boolean;
  failed: boolean;
  refresh: () => void;
};

const askEveryMs = 30_000;

/** Asks before anybody looks, so that the answer is on the phone when the line goes; null where none came. */
export async function askAhead<Value, Variables>(
  key: string,
  document: TypedDocumentNode<Value, Variables>,
  variables: Variables,
): Promise<Value | null> {
  const answer = await net.ask(document, variables);
  if (!answer.answered) return null;
  // A full phone asks again when it is looked at.
  await fieldStore
    .keepSnapshot(key, { value: answer.value, at: Date.now() })
    .catch(() => undefined);
  return answer.value;
}

/** A question whose last answer the phone keeps: shown at once, also without a line, and renewed while one is there. */
export function useAsked<Value, Variables>(
  key: string,
  document: TypedDocumentNode<Value, Variables>,
  variables: Variables,
): Asked<Value> {
  const [state, setState] = useState<Omit<Asked<Value>, 'refresh'>>({
    value: null,
    asOf: null,
    stale: true,
    failed: false,
  });
  const again = useRef<() => void>(() => undefined);
  const asked = JSON.stringify(variables);

  useEffect(() => {
    let left = false;
    const take = (answer: GraphAnswer<Value>): void => {
      if (left) return;
      if (!answer.answered) {
        setState((before) => ({ ...before, stale: true, failed: before.value === null }));
        return;
      }
      const { value } = answer;
      const at = Date.now();
      setState({ value, asOf: new Date(at), stale: false, failed: false });
      // A full phone shows it all the same; it is asked again next time.
      fieldStore.keepSnapshot(key, { value, at }).catch(() => undefined);
    };
    const ask = (): void => {
      void net.ask(document, JSON.parse(asked) as Variables).then(take);
    };
    again.current = ask;
    fieldStore.snapshot(key).then(
      (known) => {
        if (left || known === undefined) return;
        const { value, at } = known;
        setState((before) =>
          before.value === null
            ? { value: value as Value, asOf: new Date(at), stale: true, failed: false }
            : before,
        );
      },
      () => undefined, // no memory: the server's answer is all there is
    );
    ask();
    const timer = setInterval(() => {
      if (globalThis.document.visibilityState === 'visible') ask();
    }, askEveryMs);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [key, document, asked]);

  return { ...state, refresh: () => again.current() };
}
