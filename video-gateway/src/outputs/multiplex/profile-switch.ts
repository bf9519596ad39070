/** Which pull of a camera serves a channel; another profile takes over with its first key picture, not before. */
import type { StreamProfile } from 'grid-data';
import type { Fragment } from '#packaging/cmaf-packager.ts';
import type { RelayState } from '#relay/relay-state.ts';
import type { Relay } from '#relay/relay.ts';
import type { View } from '#views/view.ts';

export type PullHandlers = {
  /** The pictures since the last key picture; that one alone, and not whole, where the group is too long to be kept. */
  onBegin(group: readonly Fragment[], isWhole: boolean): void;
  onPicture(picture: Fragment): void;
  onSound(sound: Fragment): void;
  onState(state: RelayState): void;
  /** The profile that was wanted has taken over, or does not open and the one before stays. */
  onSettled(): void;
};

type Pull = { relay: Relay; profile: StreamProfile; leave: () => void };

export class ProfileSwitch {
  readonly #view: View;
  readonly #handlers: PullHandlers;
  #current: Pull | null = null;
  #coming: Pull | null = null;
  /** The smaller stream of this camera did not open; it is not asked for again in this view. */
  #notThere: StreamProfile | null = null;

  constructor(view: View, handlers: PullHandlers) {
    this.#view = view;
    this.#handlers = handlers;
  }

  get profile(): StreamProfile {
    return this.#current?.profile ?? this.#view.ticket.profile;
  }

  /** Returns whether another pull has been turned to. */
  use(profile: StreamProfile): boolean {
    if (profile === this.#notThere) return false;
    const wanted = this.#coming ?? this.#current;
    if (wanted?.profile === profile) return false;
    this.#coming?.leave();
    this.#coming = null;
    if (this.#current?.profile === profile) return false;
    const relay = this.#view.relayAs(profile);
    // A camera with one stream only.
    if (relay === this.#current?.relay) return false;
    if (this.#current === null) this.#current = this.#attach(relay, profile);
    else this.#coming = this.#await(relay, profile);
    return true;
  }

  beginAnew(): void {
    const current = this.#current;
    if (current === null) return;
    this.#current = this.#attach(current.relay, current.profile);
    current.leave();
  }

  leave(): void {
    this.#current?.leave();
    this.#coming?.leave();
    this.#current = null;
    this.#coming = null;
  }

  #attach(relay: Relay, profile: StreamProfile): Pull {
    const group: Fragment[] = [];
    let joined = false;
    const leave = relay.subscribe({
      onState: (state) => this.#handlers.onState(state),
      onFragment: (picture) => {
        if (joined) this.#handlers.onPicture(picture);
        else group.push(picture);
      },
      onSound: (sound) => {
        if (joined) this.#handlers.onSound(sound);
      },
    });
    joined = true;
    const { lastKey } = relay;
    if (group.length === 0 && lastKey !== null) this.#handlers.onBegin([lastKey], false);
    else this.#handlers.onBegin(group, true);
    return { relay, profile, leave };
  }

  /** Runs beside the present pull until its first key picture is there. */
  #await(relay: Relay, profile: StreamProfile): Pull {
    let decided = false;
    // Later, for the subscription below may still be handing out its first pictures.
    const decide = (act: () => void) => {
      if (decided) return;
      decided = true;
      queueMicrotask(() => {
        if (this.#coming === pull) act();
      });
    };
    const leave = relay.subscribe({
      onState: ({ state }) => {
        if (state === 'offline') decide(() => this.#giveUp(pull));
      },
      onFragment: ({ key }) => {
        if (key) decide(() => this.#takeOver(pull));
      },
    });
    const pull: Pull = { relay, profile, leave };
    return pull;
  }

  #takeOver({ relay, profile, leave }: Pull): void {
    const before = this.#current;
    this.#coming = null;
    this.#current = this.#attach(relay, profile);
    before?.leave();
    leave();
    this.#handlers.onSettled();
  }

  #giveUp({ profile, leave }: Pull): void {
    this.#coming = null;
    if (profile === 'sub') this.#notThere = profile;
    leave();
    this.#handlers.onSettled();
  }
}
