/** The platforms that the city simulator stands in for, as their entries in a platforms file. */
import { demoPlatformIds } from '#seeding/demo-platforms.ts';

/** Where the simulator listens and what it asks for. */
export type Simulator = {
  port: number;
  rtspPort: number;
  appKey: string;
  appSecret: string;
};

/** One of each kind with a web interface; each lists positions in another datum. */
export function simulatedPlatforms({ port, rtspPort, appKey, appSecret }: Simulator): object[] {
  const shared = {
    baseUrl: `http://127.0.0.1:${port}`,
    mediaHosts: [`127.0.0.1:${rtspPort}`],
  };
  return [
    {
      id: demoPlatformIds.artemis,
      kind: 'artemis',
      name: '市公安局视频专网(模拟)',
      owner: 'public-security',
      datum: 'gcj02',
      ...shared,
      appKey,
      appSecret,
    },
    {
      id: demoPlatformIds.icc,
      kind: 'icc',
      name: '乡镇雪亮录像平台(模拟)',
      owner: 'township-xueliang',
      datum: 'wgs84',
      ...shared,
      username: appKey,
      password: appSecret,
      clientId: 'cloud-eye',
      clientSecret: appSecret,
      headPosition: { read: '/DMS/Ptz/GetHeadPosition', turn: '/DMS/Ptz/TurnToPosition' },
    },
    {
      id: demoPlatformIds['signed-get'],
      kind: 'signed-get',
      name: '交警视频平台(模拟)',
      owner: 'traffic',
      datum: 'bd09',
      ...shared,
      secret: appSecret,
      ...trafficInterface(appKey),
    },
  ];
}

/** The traffic police's web interface in words: what the gateway asks, how it signs, where the answer stands. */
function trafficInterface(appKey: string) {
  const signedIn = { appkey: '{appkey}', timestamp: '{timestampMs}' };
  return {
    constants: { appkey: appKey },
    signature: { parameter: 'token', hash: 'md5', text: '{pairs}{secret}' },
    answer: { code: 'code', ok: ['1'], authCodes: ['-9'], message: 'msg' },
    cameras: {
      path: '/real/cameras',
      parameters: { ...signedIn, page: '{page}', size: '{pageSize}' },
      list: 'data.rows',
      total: 'data.total',
      fields: {
        id: 'id',
        name: 'name',
        longitude: 'lng',
        latitude: 'lat',
        gbCode: 'gb',
        kind: 'type',
        state: 'online',
      },
      kinds: { 1: 'fixed', 2: 'ptz' },
      states: { 0: 'offline', 1: 'online' },
    },
    live: { path: '/real/urls', parameters: { ...signedIn, id: '{cameraId}' }, url: 'data' },
  };
}
