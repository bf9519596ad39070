/** Signing in and out at gis-server, with each refusal as a value: the page says it in place. */
export type SignInAnswer =
  | { signedIn: true }
  | { signedIn: false; reason: 'wrong-name-or-password' }
  | { signedIn: false; reason: 'too-many-attempts'; retryAfterSeconds: number }
  | { signedIn: false; reason: 'account-closed' }
  | { signedIn: false; reason: 'unreachable' };

export async function signIn(name: string, password: string): Promise<SignInAnswer> {
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  }).catch(() => null);
  if (answer === null) return { signedIn: false, reason: 'unreachable' };
  if (answer.ok) return { signedIn: true };
  const error = await readError(answer);
  if (answer.status === 429) {
    return {
      signedIn: false,
      reason: 'too-many-attempts',
      retryAfterSeconds: retryAfter(answer, error),
    };
  }
  if (error.reason === 'account-closed') return { signedIn: false, reason: 'account-closed' };
  if (answer.status === 400 || answer.status === 401)
    return { signedIn: false, reason: 'wrong-name-or-password' };
  return { signedIn: false, reason: 'unreachable' };
}

/** Whether the server knows that the session is over; without its word the cookie may still open it. */
export async function endSession(): Promise<boolean> {
  const answer = await fetch('/session', { method: 'DELETE' }).catch(() => null);
  return answer !== null && (answer.ok || answer.status === 401);
}

type ErrorBody = { reason?: unknown; retryAfterSeconds?: unknown };

async function readError(answer: Response): Promise<ErrorBody> {
  const body: unknown = await answer.json().catch(() => null);
  const whole = (body ?? {}) as ErrorBody & { error?: ErrorBody };
  return { ...whole, ...whole.error };
}

const longestWaitSeconds = 3_600;

function retryAfter(answer: Response, error: ErrorBody): number {
  const said = Number(error.retryAfterSeconds ?? answer.headers.get('retry-after') ?? 60);
  return Number.isFinite(said) ? Math.min(longestWaitSeconds, Math.max(1, Math.ceil(said))) : 60;
}
