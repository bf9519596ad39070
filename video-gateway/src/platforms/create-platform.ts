/** From an entry of the platforms file to the platform that it describes. */
import type { Clock } from 'grid-data';
import { createArtemisPlatform } from '#platforms/artemis/artemis.ts';
import { createDirectPlatform } from '#platforms/direct/direct.ts';
import { createIccPlatform } from '#platforms/icc/icc.ts';
import type { Platform } from '#platforms/platform.ts';
import type { PlatformEntry } from '#platforms/platforms-file.ts';
import { createSignedGetPlatform } from '#platforms/signed-get/signed-get.ts';

export function createPlatform(entry: PlatformEntry, clock: Clock): Platform {
  switch (entry.kind) {
    case 'artemis':
      return createArtemisPlatform(entry, clock);
    case 'icc':
      return createIccPlatform(entry, clock);
    case 'signed-get':
      return createSignedGetPlatform(entry, clock);
    case 'direct':
      return createDirectPlatform(entry);
  }
}
