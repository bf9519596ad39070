import type { DomainError, FromGateway, PictureRemark } from 'grid-data';
import { beforeEach, describe, expect, it } from 'vitest';
import { CameraStates } from '#link/camera-states.ts';
import type { Revealed } from '#relay/relay.ts';
import { sourceFailure } from '#sources/source-failure.ts';

const failed = (failure: DomainError): Revealed => ({ phase: 'failed', remark: null, failure });
const live = (remark: PictureRemark | null = null, judged = true): Revealed => ({
  phase: 'live',
  remark,
  judged,
  failure: null,
});

describe('what a pull reveals of its camera', () => {
  const link = { isUp: true, tell: (message: FromGateway) => void told.push(message) };
  const clock = { seconds: 0, now: () => new Date(clock.seconds * 1000) };
  let told: FromGateway[] = [];
  let states = new CameraStates(link, clock);
  const words = () =>
    told.flatMap((message) =>
      message.type === 'camera-states' ? message.states.map(({ state }) => state) : [],
    );

  beforeEach(() => {
    told = [];
    clock.seconds = 0;
    states = new CameraStates(link, clock);
  });

  it('is told as it changes: a camera that failed is online again with its first picture', () => {
    const failure = sourceFailure('camera-unreachable', 'no answer');
    states.reveal('c-1', failed(failure));
    states.reveal('c-1', failed(failure));
    states.reveal('c-1', live());
    expect(words()).toEqual(['offline', 'online']);
  });

  it('is told again when it lasts, because a list or an import may have said otherwise', () => {
    states.reveal('c-1', live());
    clock.seconds = 59;
    states.reveal('c-1', live());
    expect(words()).toEqual(['online']);
    clock.seconds = 60;
    states.reveal('c-1', live());
    expect(words()).toEqual(['online', 'online']);
  });

  it('leaves the camera as it is where its platform or the RTMP process failed', () => {
    states.reveal('c-1', failed(sourceFailure('ingest-unavailable', 'down')));
    expect(words()).toEqual([]);
  });

  it('names what is wrong with pictures that come, and is careful with the first of them', () => {
    states.reveal('c-1', live(null, false));
    states.reveal('c-1', live('picture-black'));
    states.reveal('c-2', failed(sourceFailure('camera-auth-refused', 'no')));
    const said = told.flatMap((message) =>
      message.type === 'camera-states'
        ? message.states.map(({ state, health, provisional }) => [state, health, provisional])
        : [],
    );
    expect(said).toEqual([
      ['online', 'live', true],
      ['online', 'black', false],
      ['offline', 'no-auth', false],
    ]);
    expect(Object.fromEntries(states.counts())).toEqual({ black: 1, 'no-auth': 1 });
  });
});
