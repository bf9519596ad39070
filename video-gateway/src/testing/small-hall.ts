/** A gateway with cameras before it and viewers behind it, for one test; `end` leaves nothing of it. */
import type { FromGateway, StreamTicket } from 'grid-data';
import { ScriptedCamera, type CameraScript } from '#testing/camera/scripted-camera.ts';
import { FaultyLine } from '#testing/faulty-line.ts';
import { PlayClient } from '#testing/play-client.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';

type Told<T extends FromGateway['type']> = Extract<FromGateway, { type: T }>;

export class SmallHall {
  readonly running: RunningGateway;
  readonly #ends: (() => Promise<void> | void)[] = [];

  private constructor(running: RunningGateway) {
    this.running = running;
  }

  static async open(options: Parameters<typeof runGateway>[0] = {}): Promise<SmallHall> {
    return new SmallHall(await runGateway(options));
  }

  async camera(script: CameraScript = {}, cameraId = 'camera-1'): Promise<ScriptedCamera> {
    const camera = new ScriptedCamera(script);
    await camera.listen();
    this.#ends.push(() => camera.close());
    this.place(cameraId, camera.url());
    return camera;
  }

  /** Says where a camera is to be pulled. */
  place(cameraId: string, url: string): void {
    this.running.gis.sources.set(cameraId, { kind: 'direct', url });
  }

  /** A line to a port, which the camera is pulled through from now on where one is named. */
  async line(targetPort: number, cameraId?: string): Promise<FaultyLine> {
    const line = await new FaultyLine(targetPort).listen();
    this.#ends.push(() => line.close());
    if (cameraId !== undefined) this.place(cameraId, `rtsp://127.0.0.1:${line.port}/live/1`);
    return line;
  }

  look(change: Partial<StreamTicket> = {}): PlayClient {
    return this.lookWith(this.running.gis.ticket(change));
  }

  /** `beside`: what the page says beside its ticket. */
  lookWith(
    ticket: string,
    { beside = {}, from = '127.0.0.1', port = this.running.port, sessionId = 'session-1' } = {},
  ): PlayClient {
    const client = new PlayClient(port, JSON.stringify({ ticket, ...beside }), {
      ...{ from, sessionId },
    });
    this.#ends.push(() => client.socket.terminate());
    return client;
  }

  /** What stands in the journal, or would after the gateway's word: each message of a kind so far. */
  journal<T extends FromGateway['type']>(type: T): readonly Told<T>[] {
    return this.running.gis.messages.filter((message): message is Told<T> => message.type === type);
  }

  async end(): Promise<void> {
    const ends = this.#ends.splice(0);
    await this.running.stop();
    await Promise.all(ends.map(async (end) => end()));
  }
}
