/** A platform's whole camera list, page by page. */
import type { PlatformCamera } from 'grid-data';
import { platformFailure } from '#platforms/platform-failure.ts';
import type { Platform } from '#platforms/platform.ts';

/** More than any city has: a platform that never ends its list is not followed for ever. */
const maxPages = 2_500;

export async function* cameraPages(
  platform: Pick<Platform, 'listCameras'>,
): AsyncIterable<readonly PlatformCamera[]> {
  let cursor: string | null = null;
  for (let page = 0; page < maxPages; page += 1) {
    const { cameras, next } = await platform.listCameras(cursor);
    yield cameras;
    if (next === null) return;
    cursor = next;
  }
  throw platformFailure('platform-unreachable', `the camera list has no end`);
}

/** Numbered pages: which comes, and how many cameras came before it (platforms cut the page size we ask for). */
export type NumberedPage = { number: number; listedBefore: number };

export function readPageCursor(cursor: string | null): NumberedPage {
  const [number = 1, listedBefore = 0] = (cursor ?? '1/0').split('/').map(Number);
  return { number, listedBefore };
}

/** The cursor behind a page of `count` cameras, checked against how many the platform says it has. */
export function nextPageCursor(page: NumberedPage, count: number, total: number): string | null {
  const listed = page.listedBefore + count;
  if (listed >= total) return null;
  if (count > 0) return `${page.number + 1}/${listed}`;
  throw platformFailure(
    'platform-unreachable',
    `the camera list ends after ${listed} of ${total} cameras`,
  );
}
