import { DomainError } from '#domain/domain-error.ts';
import { readConfig } from './config.ts';
import { startSimulator } from './simulator.ts';

try {
  const simulator = await startSimulator(readConfig(process.env));
  console.log(`ready simulator ${simulator.url}`);
  let closing = false;
  const shutDown = () => {
    if (closing) return;
    closing = true;
    simulator.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('simulator: shutdown failed', error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', shutDown);
  process.on('SIGINT', shutDown);
} catch (error) {
  const known = error instanceof DomainError || (error as { code?: unknown }).code !== undefined;
  console.error('simulator:', known ? (error as Error).message : error);
  process.exit(1);
}
