/** Keys that the processes of one installation share: made at the first start, kept in the data folder, mode 600. */
import { TicketSigner, ticketKeyName } from '#camera-views/ticket-signer.ts';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulatedPlatforms, type Simulator } from './simulated-platforms.ts';

export type LocalSecrets = {
  internalKeyFile: string;
  platformsFile: string;
  /** Shared by the two halves of the video gateway. */
  exchangeKeyFile: string;
  ticketPublicKeyFile: string;
  rtmpPublishKey: string;
  simulatorAppKey: string;
  simulatorAppSecret: string;
};

export function localSecrets(dataFolder: string): LocalSecrets {
  const internalKeyFile = keepInternalKey(dataFolder);
  const kept = (name: string) => keptSecret(join(dataFolder, name));
  return {
    internalKeyFile,
    platformsFile: platformsFileIn(dataFolder),
    ...keepVideoKeys(dataFolder),
    rtmpPublishKey: kept('rtmp-publish.key'),
    simulatorAppKey: kept('simulator-app.key').slice(0, 16),
    simulatorAppSecret: kept('simulator-app.secret'),
  };
}

export function keepInternalKey(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = join(dataFolder, 'internal.key');
  keptSecret(file);
  return file;
}

/** What the video side is given to know its edge and gis-server's tickets by. */
export function keepVideoKeys(
  dataFolder: string,
): Pick<LocalSecrets, 'exchangeKeyFile' | 'ticketPublicKeyFile'> {
  const exchangeKeyFile = join(dataFolder, 'video-exchange.key');
  const ticketPublicKeyFile = join(dataFolder, 'stream-ticket.public.pem');
  keptSecret(exchangeKeyFile);
  const { publicKeyPem } = new TicketSigner(join(dataFolder, ticketKeyName));
  writeFileSync(ticketPublicKeyFile, publicKeyPem, { mode: 0o644 });
  return { exchangeKeyFile, ticketPublicKeyFile };
}

/** The platforms that the gateway knows by itself: the simulated ones, or none. */
export function writePlatforms(dataFolder: string, simulator: Simulator | null): void {
  const platforms = simulator === null ? [] : simulatedPlatforms(simulator);
  const text = `${JSON.stringify({ platforms }, null, 2)}\n`;
  writeFileSync(platformsFileIn(dataFolder), text, { mode: 0o600 });
}

function platformsFileIn(dataFolder: string): string {
  return join(dataFolder, 'video-platforms.json');
}

function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
