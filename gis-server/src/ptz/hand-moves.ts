/** Turns by hand that run now: from the register's row to the gateway, and back. */
import {
  DomainError,
  type Clock,
  type PtzAbilities,
  type PtzCommand,
  type PtzMoveEnd,
  type PtzReport,
  type TurnableCamera,
} from 'grid-data';
import type { Heads } from './heads.ts';
import type { MoveRegister } from './move-register.ts';
import type { PtzLink } from './ptz-link.ts';
import type { RunningLook } from './ptz-record.ts';

type Parts = { clock: Clock; link: PtzLink; register: MoveRegister; heads: Heads };
type Wish = { moveId: string; command: PtzCommand; speed: number };

export class HandMoves {
  readonly #parts: Parts;
  readonly #running = new Map<string, RunningLook>();
  /** Whether a platform tells where its heads look, once it was asked. */
  readonly #tells = new Map<string, boolean>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The look that a running move rests on, if it is this session's. */
  running(moveId: string, sessionId: string): RunningLook | null {
    const look = this.#running.get(moveId);
    return look?.sessionId === sessionId ? look : null;
  }

  learn({ platformId }: TurnableCamera, { aims }: PtzAbilities): void {
    this.#tells.set(platformId, aims);
  }

  tellsPosition({ platformId }: TurnableCamera): boolean {
    return this.#tells.get(platformId) ?? true;
  }

  async start(look: RunningLook, camera: TurnableCamera, wish: Wish): Promise<void> {
    const { link, register, heads, clock } = this.#parts;
    const { moveId, command, speed } = wish;
    // Its first word is still being written down, on a busy machine for longer than a page waits with the second.
    if (this.running(moveId, look.sessionId) !== null) return this.keep(moveId);
    if (this.#running.has(moveId)) throw moveOver();
    await this.#writeDown(look, wish);
    try {
      await link.move({ viewId: look.viewId, moveId, camera, command, speed });
    } catch (error) {
      this.#running.delete(moveId);
      // Silence is no refusal: the gateway reports when the camera stands.
      const isSilent = error instanceof DomainError && error.reason === 'gateway-silent';
      if (!isSilent) await register.close(moveId, clock.now(), 'platform-refused');
      throw error;
    }
    const turns = !command.startsWith('focus') && !command.startsWith('iris');
    if (turns && !this.tellsPosition(camera)) heads.lost(look.head);
  }

  keep(moveId: string): void {
    this.#parts.link.keep(moveId);
  }

  stop(moveId: string, end: PtzMoveEnd): void {
    this.#parts.link.stop(moveId, end);
  }

  stopThoseOf(viewId: string, end: PtzMoveEnd): void {
    for (const [moveId, look] of this.#running) {
      if (look.viewId === viewId) this.stop(moveId, end);
    }
  }

  async ended({ moveId, endedAt, end }: Extract<PtzReport, { type: 'ptz-ended' }>): Promise<void> {
    this.#running.delete(moveId);
    await this.#parts.register.close(moveId, new Date(endedAt), end);
  }

  async #writeDown(look: RunningLook, { moveId, command, speed }: Wish): Promise<void> {
    this.#running.set(moveId, look);
    try {
      if (!(await this.#parts.register.open(moveId, look, command, speed))) throw moveOver();
    } catch (error) {
      this.#running.delete(moveId);
      throw error;
    }
  }
}

function moveOver(): DomainError {
  return new DomainError('conflict', 'this move is over', { reason: 'move-over' });
}
