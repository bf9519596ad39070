/** A gateway beside the city simulator, which shares no code with it and records all that its cameras see. */
import { freePorts } from '#testing/free-ports.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';
import { runSimulator, simulatorKeys, type RunningSimulator } from '#testing/running-simulator.ts';

export type RecordedCity = {
  running: RunningGateway;
  simulator: RunningSimulator;
  stop(): Promise<void>;
};

/** `camera-1` is a camera of the simulator's platform. */
export async function runRecordedCity(change: object = {}): Promise<RecordedCity> {
  const [http, rtsp, ingest] = (await freePorts(3)) as [number, number, number];
  const platform = {
    id: 'city',
    kind: 'artemis',
    name: '市公安局视频专网',
    owner: 'public-security',
    baseUrl: `http://127.0.0.1:${http}`,
    ...simulatorKeys,
    datum: 'gcj02',
    mediaHosts: [`127.0.0.1:${rtsp}`],
    ...change,
  };
  const running = await runGateway({ platforms: [platform] });
  const simulator = await runSimulator({ http, rtsp, ingest });
  running.gateway.cameraSync.run();
  const { cameras } = await running.gis.saw('cameras', (message) => message.cameras.length > 0);
  const { platformCameraId } = cameras.find(({ state }) => state === 'online')!;
  running.gis.sources.set('camera-1', { kind: 'platform', platformId: 'city', platformCameraId });
  return {
    running,
    simulator,
    stop: async () => {
      await running.stop();
      await simulator.stop();
    },
  };
}
