import { join } from 'node:path';

export type LanFiles = { authority: string; certificate: string; key: string };

/** Where the house's own certificates lie; what makes them is loaded only where they are made. */
export function lanFiles(dataFolder: string): LanFiles {
  const inFolder = (name: string) => join(dataFolder, 'lan', name);
  return {
    authority: inFolder('authority.pem'),
    certificate: inFolder('server.pem'),
    key: inFolder('server.key'),
  };
}
