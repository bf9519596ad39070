/** One tile in the worker: its channel on the line, its decoder, its place, and its figures. */
import type { StreamProfile } from 'grid-data';
import { RecentCount } from '#video/player/recent-count.ts';
import type { TileEvent, TileFigures } from '#video/wall/wall-message.ts';
import { readPictureConfig, readSoundConfig, type ChannelFrame } from './channel-frame.ts';
import type { LineMessage } from './line-message.ts';
import type { PageWords } from './page-line.ts';
import { PictureClock } from './picture-clock.ts';
import { PlacedTile } from './placed-tile.ts';
import type { Surface } from './surface.ts';
import { TileDecoder } from './tile-decoder.ts';

export type TileParts = {
  say(words: PageWords): void;
  tell(event: TileEvent): void;
  onOverrun(): void;
};

export class Tile {
  readonly placed = new PlacedTile({
    onDrawn: (takenAt) => this.#drawn(takenAt),
    onMissed: () => {
      this.#figures.framesDropped += 1;
    },
  });
  surface: Surface | null = null;
  readonly #parts: TileParts;
  readonly #clock = new PictureClock();
  readonly #decoder: TileDecoder;
  #channel: number | null = null;
  #profile: StreamProfile = 'sub';
  #sound = false;
  #machineBehind = false;
  #hidden = false;
  /** The first picture of a channel is told at once, the others with the figures. */
  #firstIsDue = false;
  readonly #recent = new RecentCount();
  #served: { profile: StreamProfile; lineShort: boolean } = { profile: 'main', lineShort: false };
  #figures = { framesShown: 0, framesDropped: 0, bytes: 0, width: 0, height: 0 };
  #codec: string | null = null;
  #latencySeconds: number | null = null;

  constructor(parts: TileParts) {
    this.#parts = parts;
    this.#decoder = new TileDecoder({
      onPicture: (picture, milliseconds) =>
        this.placed.show(picture, this.#clock.takenAt(milliseconds)),
      onOverrun: () => parts.onOverrun(),
      onFailure: (reason) => this.#fails(reason),
    });
  }

  get channel(): number | null {
    return this.#channel;
  }

  /** Whether this machine decodes all its pictures. */
  get isInFull(): boolean {
    return this.#channel !== null && !this.#machineBehind;
  }

  open(channel: number, ticket: string): void {
    this.#channel = channel;
    this.#firstIsDue = true;
    this.#parts.say({
      type: 'open',
      channel,
      ticket,
      profile: this.#profile,
      keyOnly: this.#isKeyOnly(),
      sound: this.#sound,
    });
  }

  /** The picture stays until it is blanked. */
  close(): void {
    if (this.#channel !== null) this.#parts.say({ type: 'close', channel: this.#channel });
    this.#forgetChannel();
  }

  end(cause: 'view' | 'transport', reason: string): void {
    this.#forgetChannel();
    this.#parts.tell({ type: 'ended', cause, reason });
  }

  profile(profile: StreamProfile): void {
    if (profile === this.#profile) return;
    this.#profile = profile;
    this.#ask((channel) => ({ type: 'profile', channel, profile }));
  }

  sound(on: boolean): void {
    this.#sound = on;
    this.#ask((channel) => ({ type: 'sound', channel, on }));
  }

  machineBehind(on: boolean): void {
    if (on === this.#machineBehind) return;
    this.#machineBehind = on;
    this.#applyKeyOnly();
  }

  /** A hidden page decodes nothing; back again it begins at the present, not where it left. */
  hidden(on: boolean): void {
    if (on === this.#hidden) return;
    this.#hidden = on;
    this.#decoder.pause();
    this.#applyKeyOnly();
  }

  take(frame: ChannelFrame): void {
    this.#figures.bytes += frame.payload.length;
    switch (frame.kind) {
      case 'config':
        return this.#configure(frame.payload);
      case 'picture':
        return this.#picture(frame);
      case 'sound-config': {
        const config = readSoundConfig(frame.payload);
        if (config !== null) this.#parts.tell({ type: 'sound-config', ...config });
        return;
      }
      case 'sound':
        this.#parts.tell({ type: 'sound', milliseconds: frame.milliseconds, data: frame.payload });
    }
  }

  hear({ word }: LineMessage): void {
    switch (word.type) {
      case 'opened':
      case 'state':
        return this.#parts.tell(word);
      case 'closed':
        return this.end('view', word.reason);
      case 'refused':
        return this.end('transport', word.reason);
      case 'served':
        this.#served = { profile: word.profile, lineShort: word.reason === 'line-short' };
        return;
      case 'clock':
        return this.#clock.tie(word.milliseconds, word.wall);
      case 'sound':
        this.#parts.tell({ type: 'sound-offered', codec: word.codec });
    }
  }

  figures(): TileFigures {
    const { profile, lineShort } = this.#served;
    return {
      ...this.#figures,
      framesPerSecond: this.#recent.perSecond(),
      latencySeconds: this.#latencySeconds,
      codec: this.#codec,
      profile,
      keyOnly: this.#machineBehind ? 'machine-behind' : lineShort ? 'line-short' : 'no',
    };
  }

  #configure(payload: Uint8Array): void {
    const config = readPictureConfig(payload);
    if (config === null) return this.#fails('codec-unsupported');
    const { codec, width, height } = config;
    this.#codec = codec;
    this.#figures = { ...this.#figures, width, height };
    this.#clock.forget();
    this.#parts.tell({ type: 'config', codec, width, height });
    this.#decoder.configure(config);
  }

  #picture(frame: ChannelFrame): void {
    if (this.#hidden) return;
    this.#clock.saw(frame.milliseconds, frame.payload);
    if (this.#decoder.push(frame) !== 'decode') this.#figures.framesDropped += 1;
  }

  #drawn(takenAt: number | null): void {
    this.#latencySeconds = takenAt === null ? null : (Date.now() - takenAt) / 1000;
    this.#figures.framesShown += 1;
    this.#recent.add();
    if (!this.#firstIsDue) return;
    this.#firstIsDue = false;
    this.#parts.tell({ type: 'figures', figures: this.figures() });
  }

  #fails(reason: 'codec-unsupported' | 'decode-failed'): void {
    // Cameras whose main stream is H.265 often have a smaller one in H.264.
    if (reason === 'codec-unsupported' && this.#profile === 'main') return this.profile('sub');
    if (this.#channel !== null) this.#parts.say({ type: 'close', channel: this.#channel });
    this.end(reason === 'codec-unsupported' ? 'view' : 'transport', reason);
  }

  #isKeyOnly(): boolean {
    return this.#machineBehind || this.#hidden;
  }

  #applyKeyOnly(): void {
    this.#decoder.keyOnly(this.#isKeyOnly());
    this.#ask((channel) => ({ type: 'key-only', channel, on: this.#isKeyOnly() }));
  }

  #ask(words: (channel: number) => PageWords): void {
    if (this.#channel !== null) this.#parts.say(words(this.#channel));
  }

  #forgetChannel(): void {
    this.#channel = null;
    this.#decoder.close();
    this.#clock.forget();
  }
}
