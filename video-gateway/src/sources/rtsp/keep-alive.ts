/** Tells a camera that we still look, well before its session would time out. */
import type { RtspConnection } from '#sources/rtsp/rtsp-connection.ts';
import { statusOf } from '#sources/rtsp/rtsp-message.ts';
import { sourceFailure } from '#sources/source-failure.ts';

export type RtspSession = { uri: string; id: string; timeoutSeconds: number };

const longestPeriodSeconds = 30;
const usualTimeoutSeconds = 60;

/** `77;timeout=60` */
export function readSession(header: string, uri: string): RtspSession {
  const [id = '', ...options] = header.split(';');
  const timeout = Number(/timeout\s*=\s*(\d{1,6})/i.exec(options.join(';'))?.[1] ?? 0);
  return { uri, id: id.trim(), timeoutSeconds: timeout > 0 ? timeout : usualTimeoutSeconds };
}

export function keepAlive(
  connection: RtspConnection,
  session: RtspSession,
  methods: string,
): () => void {
  let method = methods.includes('GET_PARAMETER') ? 'GET_PARAMETER' : 'OPTIONS';
  const beat = async () => {
    const { uri, id } = session;
    const reply = await connection.request({ method, uri, headers: { Session: id } });
    const status = statusOf(reply);
    if (status === 454) throw sourceFailure('source-ended', 'the camera has ended the session');
    // Some cameras name methods that they do not have.
    if (status >= 400) method = 'OPTIONS';
  };
  const periodMs = Math.min(longestPeriodSeconds, session.timeoutSeconds / 2) * 1000;
  const timer = setInterval(
    () => void beat().catch((error: unknown) => connection.fail(error)),
    periodMs,
  );
  return () => clearInterval(timer);
}
