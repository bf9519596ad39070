import type { IncomingMessage } from 'node:http';

/** Browsers send a `__Host-` cookie only to this very host over https, and let nobody else set it. */
export type CookieForm = { secure: boolean };

function cookieName({ secure }: CookieForm): string {
  return secure ? '__Host-cloud-eye' : 'cloud-eye';
}

export function sessionCookie(token: string, expiresAt: Date, form: CookieForm): string {
  const secure = form.secure ? '; Secure' : '';
  return `${cookieName(form)}=${token}; Path=/; HttpOnly; SameSite=Strict; Expires=${expiresAt.toUTCString()}${secure}`;
}

export function endedSessionCookie(form: CookieForm): string {
  return sessionCookie('', new Date(0), form);
}

export function sessionToken(request: IncomingMessage, form: CookieForm): string | null {
  const name = `${cookieName(form)}=`;
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const pair = part.trim();
    if (pair.startsWith(name)) return pair.slice(name.length) || null;
  }
  return null;
}
