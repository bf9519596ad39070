/** The switches of the simulated bureau: what goes wrong with one camera or with the whole platform. */
export type Fault =
  | 'camera-offline'
  | 'stall'
  | 'picture-black'
  | 'picture-frozen'
  | 'clock-skew'
  | 'redirect'
  | 'platform-refuses'
  | 'platform-hangs'
  | 'url-expired';

export class SimulatedFaults {
  readonly #url: string;

  constructor(simulator: string) {
    this.#url = `${simulator}/control/faults`;
  }

  /** Of one camera, or of the whole platform where `cameraId` is null. */
  async set(fault: Fault, cameraId: string | null, on: boolean, location?: string): Promise<void> {
    const subject = cameraId === null ? { platform: true } : { cameraId };
    const answer = await fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...subject, fault, on, ...(location ? { location } : {}) }),
    });
    if (!answer.ok) throw new Error(`no such switch: ${await answer.text()}`);
  }

  async clear(): Promise<void> {
    await fetch(this.#url, { method: 'DELETE' });
  }
}
