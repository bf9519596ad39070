import { z } from 'zod';
import { cameraKinds, cameraStates } from '#domain/camera.ts';

/** Which of the city's platforms a camera hangs on; each speaks a language of its own. */
export const simulatedPlatforms = ['artemis', 'icc', 'signed-get'] as const;
export type SimulatedPlatform = (typeof simulatedPlatforms)[number];

export const simulatedCamera = z.object({
  id: z.string().min(1),
  platformCameraId: z.string().min(1).nullable().default(null),
  gbCode: z.string().nullable().default(null),
  platform: z.enum(simulatedPlatforms).default('artemis'),
  name: z.string(),
  kind: z.enum(cameraKinds),
  /** CGCS2000; each platform lists it in a datum of its own, as platforms do. */
  longitude: z.number(),
  latitude: z.number(),
  sceneKind: z.string().default('street'),
  clip: z.string().nullable().default(null),
  state: z.enum(cameraStates).default('online'),
});
export type SimulatedCamera = z.infer<typeof simulatedCamera>;
