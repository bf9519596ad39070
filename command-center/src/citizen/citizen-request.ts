/** What the citizens' page asks of the server, without a session. */
export type PublicClass = { code: string; nameZh: string; nameEn: string };
export type FoundPlace = {
  kind: string;
  id: string;
  title: string;
  detail: string | null;
  position: { longitude: number; latitude: number };
};
export type WhatCame = {
  receipt: string;
  state: string;
  stage: string;
  nameZh: string;
  nameEn: string;
  reportedAt: string;
  closedAt: string | null;
  answer: string | null;
};
export type Proof = { challenge: string; nonce: number };

/** Why the server refused, in the stable word that the page translates. */
export class CitizenRefusal extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

export const askWords = () =>
  ask<{ city: string | null; classes: readonly PublicClass[] }>('words');
export const askChallenge = () =>
  ask<{ challenge: string; bits: number }>('challenge', { method: 'POST' });
export const askPlaces = (text: string) =>
  ask<{ places: readonly FoundPlace[] }>(`places?text=${encodeURIComponent(text)}`);
export const askWhatCame = (receipt: string) =>
  ask<WhatCame>(`reports/${encodeURIComponent(receipt.replace(/\s/g, '') || '-')}`);

export function sendReport(report: object): Promise<{ receipt: string }> {
  return ask('reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(report),
  });
}

/** The id of the photo; one that is sent twice is the same. */
export async function sendPhoto(proof: Proof, file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const query = new URLSearchParams({
    challenge: proof.challenge,
    nonce: String(proof.nonce),
    sha256: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    size: String(bytes.byteLength),
  });
  const { id } = await ask<{ id: string | null }>(`photos?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
  });
  if (id === null) throw new CitizenRefusal('photo-broken');
  return id;
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(`/citizen/${path}`, init).catch(() => {
    throw new CitizenRefusal('unreachable');
  });
  const read = (await answer.json().catch(() => null)) as
    | (T & { error?: { reason?: string } })
    | null;
  // What is no JSON comes from something that stands in the server's place.
  if (answer.ok && read !== null) return read;
  throw new CitizenRefusal(read?.error?.reason ?? 'unreachable');
}
