import { DomainError } from 'grid-data';

export const linkDown = (): DomainError =>
  new DomainError('unavailable', 'the link to the video side is down', {
    reason: 'video-link-down',
  });

/** The video side's reason; its words stay there. */
export const saidByVideoSide = (reason: string): DomainError =>
  new DomainError('unavailable', 'the video side says so', { reason });
