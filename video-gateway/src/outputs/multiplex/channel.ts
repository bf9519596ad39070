/** One tile's view on a page's socket: which pull serves it, how much of it, and how it is told. */
import type { StreamProfile } from 'grid-data';
import type { AudioConfig } from '#media/access-unit.ts';
import { markedData } from '#packaging/mark/marked-picture.ts';
import type { Epoch, Fragment } from '#packaging/cmaf-packager.ts';
import {
  channelFlags,
  milliseconds,
  pictureConfig,
  soundConfig,
} from '#outputs/multiplex/channel-frame.ts';
import { ServiceLevel } from '#outputs/multiplex/service-level.ts';
import type { Line } from '#outputs/multiplex/line.ts';
import { ProfileSwitch } from '#outputs/multiplex/profile-switch.ts';
import type { RelayState } from '#relay/relay-state.ts';
import type { View } from '#views/view.ts';

export type Wish = { profile: StreamProfile; keyOnly: boolean; sound: boolean };

/** A joining page takes the running group of pictures unless it is older. */
const oldestGroupSeconds = 4;

export class Channel {
  readonly number: number;
  readonly view: View;
  readonly #line: Line;
  readonly #level = new ServiceLevel();
  readonly #pull: ProfileSwitch;
  #wish: Wish;
  #epoch: Epoch | null = null;
  #sound: AudioConfig | null = null;
  #soundTold: AudioConfig | null = null;
  #waitsForKey = true;
  #served = '';

  constructor(number: number, view: View, parts: { line: Line; wish: Wish }) {
    this.number = number;
    this.view = view;
    this.#line = parts.line;
    this.#wish = parts.wish;
    this.#pull = new ProfileSwitch(view, {
      onBegin: (group, isWhole) => this.#begin(group, isWhole),
      onPicture: (picture) => this.#take(picture),
      onSound: (sound) => this.#takeSound(sound),
      onState: (state) => this.#tellState(state),
      onSettled: () => this.#tellServed(),
    });
  }

  start(): void {
    this.#pull.use(this.#wantedProfile());
    this.#tellServed();
  }

  wish(change: Partial<Wish>): void {
    const wasKeyOnly = this.#isKeyOnly();
    // Who listens again has forgotten how it is coded.
    if (change.sound === true) this.#sound = null;
    this.#wish = { ...this.#wish, ...change };
    this.#adapt(wasKeyOnly);
  }

  end(): void {
    this.#pull.leave();
  }

  #wantedProfile(): StreamProfile {
    const less = this.#wish.profile === 'sub' || this.#level.name !== 'full';
    return less ? 'sub' : this.view.ticket.profile;
  }

  #isKeyOnly(): boolean {
    return this.#wish.keyOnly || this.#level.name === 'key-only';
  }

  #adapt(wasKeyOnly: boolean): void {
    const switched = this.#pull.use(this.#wantedProfile());
    // Full again: the running group at once, not only from its next key picture on.
    if (!switched && wasKeyOnly && !this.#isKeyOnly()) this.#pull.beginAnew();
    this.#tellServed();
  }

  /** What the tile starts with leaves in one write, as far as it is worth having. */
  #begin(group: readonly Fragment[], isWhole: boolean): void {
    this.#waitsForKey = true;
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return;
    const tooOld = last.startSeconds - first.startSeconds > oldestGroupSeconds;
    const given = tooOld || this.#isKeyOnly() ? [first] : group;
    this.#line.together(() => {
      for (const picture of given)
        this.#send(picture, { joining: true, behind: picture !== given.at(-1) });
    });
    this.#waitsForKey = given !== group || !isWhole;
  }

  #take(picture: Fragment): void {
    const { key } = picture;
    if (!key && (this.#waitsForKey || this.#isKeyOnly())) return;
    const now = performance.now();
    this.#line.offer(picture.bytes.length, now);
    const before = this.#level.name;
    const wasKeyOnly = this.#isKeyOnly();
    const inFocus = this.#line.isInFocus(this.number);
    const verdict = this.#level.judge({ key, inFocus }, this.#line.load(now), now);
    if (verdict === 'close') this.view.close('viewer-too-slow');
    else if (verdict === 'send') {
      this.#waitsForKey = false;
      this.#send(picture, { joining: false, behind: false });
    }
    if (this.#level.name !== before && verdict !== 'close') this.#adapt(wasKeyOnly);
  }

  #send(picture: Fragment, how: { joining: boolean; behind: boolean }): void {
    if (picture.epoch !== this.#epoch) this.#describe(picture.epoch);
    const flags = (picture.key ? channelFlags.key : 0) | (how.behind ? channelFlags.behind : 0);
    const [data] = picture.samples;
    if (data === undefined) return;
    if (picture.key && picture.wall !== null) this.#tellClock(picture.shownSeconds, picture.wall);
    const { codec } = picture.epoch.video;
    const pieces = picture.key ? markedData(data, codec, this.view.ticket) : [data];
    this.#write(flags, picture.shownSeconds, { pieces, joining: how.joining });
    this.view.served(data.length, 1);
  }

  #describe(epoch: Epoch): void {
    this.#epoch = epoch;
    this.#write(channelFlags.config, 0, { pieces: [pictureConfig(epoch)], joining: true });
  }

  #takeSound(sound: Fragment): void {
    const config = sound.epoch.audio?.config;
    if (config === undefined) return;
    if (config !== this.#soundTold) {
      this.#soundTold = config;
      this.#tell({ type: 'sound', codec: config.codecName });
    }
    if (!this.#wish.sound || this.#line.load(performance.now()).isFull) return;
    const { audio } = channelFlags;
    if (config !== this.#sound) {
      this.#sound = config;
      this.#write(audio | channelFlags.config, 0, {
        pieces: [soundConfig(config)],
        joining: false,
      });
    }
    const step = sound.durationSeconds / sound.samples.length;
    for (const [index, data] of sound.samples.entries()) {
      this.#write(audio, sound.shownSeconds + index * step, { pieces: [data], joining: false });
      this.view.served(data.length, 0);
    }
  }

  #write(
    flags: number,
    seconds: number,
    payload: { pieces: readonly Buffer[]; joining: boolean },
  ): void {
    const header = { channel: this.number, flags, milliseconds: milliseconds(seconds) };
    this.#line.write(header, payload.pieces, payload.joining);
  }

  #tellState(state: RelayState): void {
    this.#tell({ ...state, type: 'state' });
  }

  /** Ties the stream's timeline to the camera's clock. */
  #tellClock(seconds: number, wall: number): void {
    this.#tell({ type: 'clock', milliseconds: milliseconds(seconds), wall });
  }

  /** Only where it changed: what the tile gets, and whether the page or its line wanted it so. */
  #tellServed(): void {
    const served = {
      profile: this.#pull.profile,
      keyOnly: this.#isKeyOnly(),
      reason: this.#level.name === 'full' ? 'asked' : 'line-short',
    };
    const text = JSON.stringify(served);
    if (text === this.#served) return;
    this.#served = text;
    this.#tell({ type: 'served', ...served });
  }

  #tell(message: object): void {
    this.#line.tell({ channel: this.number, ...message });
  }
}
