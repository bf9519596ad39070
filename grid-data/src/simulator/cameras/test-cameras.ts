import type { SimulatedCamera } from './simulated-camera.ts';

const scenes = ['street', 'square', 'river', 'school-gate', 'street', 'square'];

/** A handful of made-up cameras on every platform, one offline and one mobile, for tests without a city. */
export const testCameras: readonly SimulatedCamera[] = [
  ...scenes.map((sceneKind, index): SimulatedCamera => ({
    id: `test-${index + 1}`,
    platformCameraId: `platform-test-${index + 1}`,
    gbCode: `9900000000132000000${index + 1}`,
    name: `测试监控点${index + 1}`,
    kind: index === 1 ? 'ptz' : 'fixed',
    longitude: 100 + index * 0.001,
    latitude: 30 + index * 0.001,
    platform: 'artemis',
    sceneKind,
    clip: null,
    state: index === 5 ? 'offline' : 'online',
  })),
  ...(['icc', 'signed-get'] as const).flatMap((platform, row) =>
    [1, 2].map((number): SimulatedCamera => ({
      id: `test-${platform}-${number}`,
      platformCameraId: platform === 'icc' ? `100000${number}$1$0$0` : String(7000 + number),
      gbCode: null,
      name: `${platform === 'icc' ? '乡镇' : '路口'}监控点${number}`,
      kind: number === 1 ? 'ptz' : 'fixed',
      longitude: 100.02 + row * 0.01,
      latitude: 30.02 + number * 0.001,
      platform,
      sceneKind: 'street',
      clip: null,
      state: 'online',
    })),
  ),
  {
    id: 'test-mobile-1',
    platformCameraId: null,
    gbCode: null,
    platform: 'artemis',
    name: '测试移动布控球1',
    kind: 'mobile',
    longitude: 100.01,
    latitude: 30.01,
    sceneKind: 'square',
    clip: null,
    state: 'online',
  },
];
