/** Makes the files that the services of docker-compose.yml share before they start; `npm start` makes them by itself. */
import { z } from 'zod';
import { keepInternalKey, keepVideoKeys, writePlatforms } from './local-secrets.ts';

const environment = z.object({
  CLOUD_EYE_DATA: z.string().min(1),
  SIMULATOR_PORT: z.coerce.number().int(),
  SIMULATOR_RTSP_PORT: z.coerce.number().int(),
  /** Both empty: no simulated platform. */
  SIMULATOR_APP_KEY: z.string().default(''),
  SIMULATOR_APP_SECRET: z.string().default(''),
});

const read = environment.safeParse(process.env);
if (read.success) {
  const { SIMULATOR_APP_KEY: appKey, SIMULATOR_APP_SECRET: appSecret, ...known } = read.data;
  const ports = { port: known.SIMULATOR_PORT, rtspPort: known.SIMULATOR_RTSP_PORT };
  const isSimulated = appKey !== '' && appSecret !== '';
  keepInternalKey(known.CLOUD_EYE_DATA);
  keepVideoKeys(known.CLOUD_EYE_DATA);
  writePlatforms(known.CLOUD_EYE_DATA, isSimulated ? { ...ports, appKey, appSecret } : null);
} else {
  console.error(`secrets: ${z.prettifyError(read.error)}`);
  process.exitCode = 1;
}
