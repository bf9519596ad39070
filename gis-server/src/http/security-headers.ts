import type { Middleware } from 'koa';
import { cameByHttps } from './client-address.ts';

/**
 * Everything from this one origin, nothing evaluated. Inline style attributes are what the map libraries write;
 * WebAssembly decodes terrain and meshes; blob: and data: carry pictures that the page makes itself.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export function securityHeaders(): Middleware {
  return async (ctx, next) => {
    ctx.set({
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self), fullscreen=(self)',
    });
    if (cameByHttps(ctx.req)) ctx.set('Strict-Transport-Security', 'max-age=31536000');
    await next();
  };
}
