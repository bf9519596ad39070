import { useCallback, useEffect, useState } from 'react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { fieldStore, net } from './field-parts.ts';

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
  const asked = JSON.stringify(variables);
  const ask = useCallback(async () => {
    const answer = await net.ask(document, JSON.parse(asked) as Variables);
    if (!answer.answered) {
      setState((before) => ({ ...before, stale: true, failed: before.value === null }));
      return;
    }
    const { value } = answer;
    const at = Date.now();
    setState({ value, asOf: new Date(at), stale: false, failed: false });
    // A full phone shows it all the same; it is asked again next time.
    await fieldStore.keepSnapshot(key, { value, at }).catch(() => undefined);
  }, [key, document, asked]);

  useEffect(() => {
    let left = false;
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
    void ask();
    const timer = setInterval(() => {
      if (globalThis.document.visibilityState === 'visible') void ask();
    }, askEveryMs);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [key, ask]);

  return { ...state, refresh: () => void ask() };
}
