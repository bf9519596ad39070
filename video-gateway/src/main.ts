import type { Server } from 'node:http';
import { createApp } from '#app.ts';
import { readConfig, type GatewayConfig } from '#config.ts';
import type { PullConfig } from '#exchange/exchange-config.ts';
import { createPullSide } from '#exchange/video/pull-side.ts';
import { createGateway } from '#gateway.ts';

type Running = { name: string; server: Server; start(): void; stop(): Promise<void> };

try {
  const { role, config } = readConfig(process.env);
  serve(role === 'pull' ? pullSide(config) : gateway(config), config);
} catch (error) {
  fail(error);
}

function gateway(config: GatewayConfig): Running {
  const gateway = createGateway(config);
  const { server, close } = createApp(gateway);
  const stop = async () => {
    await gateway.stop();
    close();
  };
  return { name: 'video-gateway', server, start: gateway.start, stop };
}

function pullSide(config: PullConfig): Running {
  return { name: 'video-pull', ...createPullSide(config) };
}

function serve(running: Running, { port, bind }: { port: number; bind: string }): void {
  const { name, server } = running;
  running.start();
  server.on('error', (error) => fail(error));
  server.listen(port, bind, () => {
    const address = server.address();
    const taken = typeof address === 'object' && address !== null ? address.port : port;
    console.log(`ready ${name} http://${bind}:${taken}`);
  });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await running.stop();
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

function fail(error: unknown): never {
  console.error(`video-gateway: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
