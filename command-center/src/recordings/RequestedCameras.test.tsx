import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { RequestedCameras } from './RequestedCameras.tsx';

let root: Root | null = null;

beforeAll(() => startWords('en'));
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

test('who decides reads which cameras are asked for, and where they stand', () => {
  const camera = {
    id: 'c-1',
    name: 'Bridge',
    address: 'Mill Lane',
    area: { code: '990101', name: 'Oakham' },
  };
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() =>
    root?.render(
      <RequestedCameras
        cameras={[
          { cameraId: 'c-1', owner: 'traffic', camera },
          { cameraId: 'c-2', owner: 'school', camera: null },
        ]}
      />,
    ),
  );
  const rows = [...document.querySelectorAll('[data-requested-camera]')].map(
    ({ textContent }) => textContent,
  );
  expect(rows[0]).toMatch(/Bridge.*Oakham · Mill Lane/);
  expect(rows[1]).toMatch(/c-2.*outside your area/);
});
