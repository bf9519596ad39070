/** Where gis-server's orders to turn a camera are carried out: checked against the running look, in order per camera. */
import {
  framed,
  type Clock,
  type HeadPosition,
  type PtzAbilities,
  type PtzAct,
  type PtzMoveEnd,
  type PtzOrder,
  type PtzReport,
  type TurnableCamera,
} from 'grid-data';
import type { Platform } from '#platforms/platform.ts';
import { HandTurn, type MoveOrder } from '#ptz/hand-turn.ts';
import { HeadWatch } from '#ptz/head-watch.ts';
import { reasonOf } from '#reason-of.ts';

export type PtzDeskParts = {
  platforms: readonly Platform[];
  clock: Clock;
  /** The camera of a running look; null where it does not run here. */
  cameraOfView: (viewId: string) => string | null;
  tell: (report: PtzNews) => void;
  /** Rejects while the register cannot take it. */
  report: (ended: EndedTurn) => Promise<unknown>;
};

export type PtzNews = Exclude<PtzReport, { type: 'ptz-ended' }>;
export type EndedTurn = Omit<Extract<PtzReport, { type: 'ptz-ended' }>, 'requestId'>;
type Answer = { reason: string | null; abilities?: PtzAbilities; position?: HeadPosition | null };
type ActOrder = Extract<PtzOrder, { type: 'ptz-act' }>;

export class PtzDesk {
  readonly #parts: PtzDeskParts;
  readonly #watch: HeadWatch;
  /** By camera: at most one turn at a time. */
  readonly #turning = new Map<string, HandTurn>();
  /** Ends that the register has not got yet. */
  readonly #unreported = new Set<EndedTurn>();

  constructor(parts: PtzDeskParts) {
    this.#parts = parts;
    this.#watch = new HeadWatch(parts.clock, parts.tell);
  }

  take(order: PtzOrder): void {
    switch (order.type) {
      case 'ptz-move':
        return void this.#answer(order, (platform) => this.#move(order, platform));
      case 'ptz-act':
        return void this.#answer(order, (platform) => this.#act(order, platform));
      case 'ptz-keep':
        return this.#turnOf(order.moveId)?.keep();
      case 'ptz-stop':
        return void this.#turnOf(order.moveId)?.stop(order.end);
    }
  }

  /** The link is back: what was said into the dark is said again. */
  reportAgain(): void {
    for (const ended of this.#unreported) void this.#report(ended);
  }

  async stopAll(end: PtzMoveEnd, withinMs: number): Promise<void> {
    const stops = [...this.#turning.values()].map((turn) => turn.stop(end));
    const patience = new Promise((resolve) => setTimeout(resolve, withinMs).unref());
    await Promise.race([Promise.all(stops), patience]);
    this.#watch.stop();
  }

  #turnOf(moveId: string): HandTurn | undefined {
    return [...this.#turning.values()].find((turn) => turn.order.moveId === moveId);
  }

  /** Another gateway may have the platform: where it is not ours, nothing is said. */
  async #answer(
    order: MoveOrder | ActOrder,
    serve: (platform: Platform) => Promise<Answer>,
  ): Promise<void> {
    const { askId, camera, viewId } = order;
    const platform = this.#parts.platforms.find(({ id }) => id === camera.platformId);
    if (platform === undefined) return;
    const answer = await (viewId !== null && !this.#isLooking(viewId, camera)
      ? Promise.resolve<Answer>({ reason: 'no-look' })
      : serve(platform).catch((error: unknown) => ({ reason: reasonOf(error) })));
    this.#parts.tell({ type: 'ptz-answer', askId, abilities: null, position: null, ...answer });
  }

  #isLooking(viewId: string, { cameraId }: TurnableCamera): boolean {
    return this.#parts.cameraOfView(viewId) === cameraId;
  }

  async #move(order: MoveOrder, { ptz }: Platform): Promise<Answer> {
    if (ptz === null) return { reason: 'platform-cannot-turn' };
    const { camera, moveId } = order;
    const before = this.#turning.get(camera.cameraId);
    const turn = new HandTurn(order, {
      ptz,
      watch: this.#watch,
      isLooking: () => this.#isLooking(order.viewId, camera),
      onTrouble: (trouble, attempts) =>
        this.#parts.tell({
          type: 'ptz-trouble',
          moveId,
          cameraId: camera.cameraId,
          trouble,
          attempts,
        }),
    });
    this.#turning.set(camera.cameraId, turn);
    void this.#reportEnd(turn);
    void this.#forget(turn);
    await before?.stop('replaced');
    before?.succeeded();
    return { reason: await turn.start() };
  }

  async #reportEnd(turn: HandTurn): Promise<void> {
    await turn.ended;
    const endedAt = this.#parts.clock.now().toISOString();
    const end = turn.end ?? 'released';
    await this.#report({ type: 'ptz-ended', moveId: turn.order.moveId, endedAt, end });
  }

  /** Kept until its last stop is out, so that whatever turns the camera next can call that off. */
  async #forget(turn: HandTurn): Promise<void> {
    await turn.settled;
    const { cameraId } = turn.order.camera;
    if (this.#turning.get(cameraId) === turn) this.#turning.delete(cameraId);
  }

  async #report(ended: EndedTurn): Promise<void> {
    this.#unreported.add(ended);
    try {
      await this.#parts.report(ended);
      this.#unreported.delete(ended);
    } catch {
      // The link is down: said again when it is back.
    }
  }

  async #act({ camera, act }: ActOrder, platform: Platform): Promise<Answer> {
    if (act.kind !== 'ask') await this.#standStill(camera);
    const done = await carryOut(platform, camera, act);
    const { ptz } = platform;
    if (act.kind !== 'ask' && done.reason === null && ptz?.position) {
      this.#watch.follow(camera, ptz.position, false);
    }
    return done;
  }

  async #standStill({ cameraId }: TurnableCamera): Promise<void> {
    const turn = this.#turning.get(cameraId);
    await turn?.stop('replaced');
    turn?.succeeded();
  }
}

async function carryOut(
  { ptz, presets }: Platform,
  { platformCameraId }: TurnableCamera,
  act: PtzAct,
): Promise<Answer> {
  switch (act.kind) {
    case 'ask': {
      const listed = presets === null ? null : [...(await presets.list(platformCameraId))];
      const position = (await ptz?.position?.read(platformCameraId)) ?? null;
      const can = { turns: ptz !== null, frames: canFrame(ptz), aims: ptz?.position != null };
      return { reason: null, abilities: { ...can, presets: listed }, position };
    }
    case 'call-preset':
      if (presets === null) return { reason: 'no-such-preset' };
      await presets.call(platformCameraId, act.number);
      return { reason: null };
    case 'save-preset':
      if (presets === null) return { reason: 'no-such-preset' };
      await presets.set(platformCameraId, { number: act.number, name: act.name });
      return { reason: null, position: (await ptz?.position?.read(platformCameraId)) ?? null };
    case 'frame':
      if (ptz?.frame != null) await ptz.frame(platformCameraId, act.box);
      else if (ptz?.position != null) {
        const head = await ptz.position.read(platformCameraId);
        await ptz.position.turnTo(platformCameraId, framed(head, act.box, act.widestDeg));
      } else return { reason: 'platform-cannot-aim' };
      return { reason: null };
    case 'aim':
      if (ptz?.position == null) return { reason: 'platform-cannot-aim' };
      await ptz.position.turnTo(platformCameraId, act.position);
      return { reason: null };
    case 'halt':
      if (ptz === null) return { reason: 'platform-cannot-turn' };
      await ptz.move(platformCameraId, act.command, act.speed, 'stop');
      return { reason: null };
  }
}

function canFrame(ptz: Platform['ptz']): boolean {
  return ptz !== null && (ptz.frame !== null || ptz.position !== null);
}
