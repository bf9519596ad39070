import type { Middleware } from 'koa';

export type HealthPorts = {
  /** What keeps the server from answering now; empty while it can. */
  obstacles: () => string[];
  /** Names in Prometheus' form with their present value. */
  gauges: () => Record<string, number>;
};

export function healthRoutes({ obstacles, gauges }: HealthPorts): Middleware {
  return async (ctx, next) => {
    switch (ctx.path) {
      case '/healthz':
        ctx.body = { status: 'alive' };
        return;
      case '/readyz': {
        const found = obstacles();
        ctx.status = found.length === 0 ? 200 : 503;
        ctx.body = { status: found.length === 0 ? 'ready' : 'not-ready', obstacles: found };
        return;
      }
      case '/metrics':
        ctx.type = 'text/plain; version=0.0.4';
        ctx.body = Object.entries({ ...processGauges(), ...gauges() })
          .map(([name, value]) => `cloud_eye_${name} ${value}\n`)
          .join('');
        return;
      default:
        await next();
    }
  };
}

function processGauges(): Record<string, number> {
  const { rss, heapUsed } = process.memoryUsage();
  return { memory_rss_bytes: rss, memory_heap_bytes: heapUsed, uptime_seconds: process.uptime() };
}
