import { z } from 'zod';
import { DomainError } from '#domain/domain-error.ts';
import { faultKinds } from '../faults/fault-board.ts';
import type { FaultBoard, FaultSubject } from '../faults/fault-board.ts';
import type { CameraRegister } from '../cameras/camera-register.ts';
import type { SimulatedCamera, SimulatedPlatform } from '../cameras/simulated-camera.ts';
import { simulatedPlatforms } from '../cameras/simulated-camera.ts';
import type { HttpAnswer, HttpRequest, Route } from './http-server.ts';

export type ControlParts = {
  faults: FaultBoard;
  register: CameraRegister;
  /** What runs now, for /healthz and for tests that count pulls. */
  status(): Record<string, unknown>;
  reportIncident(wish: IncidentWish): Promise<unknown>;
};

const faultSwitch = z
  .object({
    cameraId: z.string().min(1).optional(),
    platform: z.union([z.literal(true), z.enum(simulatedPlatforms)]).optional(),
    fault: z.enum(faultKinds),
    on: z.boolean(),
    location: z.string().startsWith('rtsp://').optional(),
  })
  .refine((wish) => (wish.cameraId === undefined) !== (wish.platform === undefined), {
    message: 'name either a cameraId or platform: one of them, or true for all',
  });

const incidentWish = z.object({
  classCode: z.string().min(1).optional(),
  title: z.string().min(1).optional(),
  description: z.string().optional(),
  longitude: z.number().optional(),
  latitude: z.number().optional(),
  address: z.string().optional(),
});
export type IncidentWish = z.infer<typeof incidentWish>;

/** Switches for demonstrations and tests; the server listens on loopback only. */
export function controlRoutes(parts: ControlParts): Route[] {
  const control = (path: string, answer: Route['answer']): Route => ({
    prefix: `/control/${path}`,
    answer: async (request) => {
      refusePages(request);
      return answer(request);
    },
  });
  return [
    control('faults', async (request) => switchFault(parts, request)),
    control('report-incident', async (request) =>
      json(await parts.reportIncident(read(incidentWish, request))),
    ),
    control('status', async () => json(parts.status())),
    { prefix: '/healthz', answer: async () => json({ status: 'ok' }) },
  ];
}

// A page open in a browser on this machine reaches loopback too, and may not throw these switches.
function refusePages({ headers }: HttpRequest): void {
  if (headers.origin !== undefined || headers['sec-fetch-site'] === 'cross-site') {
    throw new DomainError('not-allowed', 'switches are not for web pages');
  }
}

function switchFault({ faults, register }: ControlParts, request: HttpRequest): HttpAnswer {
  if (request.method === 'GET') return json({ faults: faults.list() });
  if (request.method === 'DELETE') {
    faults.clear();
    return json({ faults: [] });
  }
  const wish = read(faultSwitch, request);
  const camera = wish.cameraId === undefined ? null : register.find(wish.cameraId);
  if (wish.cameraId !== undefined && !camera) {
    throw new DomainError('invalid-input', `no camera ${wish.cameraId}`);
  }
  if (wish.location !== undefined) faults.redirectLocation = wish.location;
  faults.set(wish.fault, subjectOf(wish.platform, camera), wish.on);
  return json({ faults: faults.list() });
}

function subjectOf(
  platform: true | SimulatedPlatform | undefined,
  camera: SimulatedCamera | null,
): FaultSubject {
  if (camera) return { cameraId: camera.id };
  return platform === undefined || platform === true ? 'everything' : { platform };
}

function read<T>(shape: z.ZodType<T>, request: HttpRequest): T {
  let value: unknown;
  try {
    value = JSON.parse(request.body || '{}');
  } catch (cause) {
    throw new DomainError('invalid-input', 'body is not JSON', { cause });
  }
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new DomainError('invalid-input', z.prettifyError(parsed.error));
  return parsed.data;
}

function json(value: unknown): HttpAnswer {
  return { kind: 'json', status: 200, value };
}
