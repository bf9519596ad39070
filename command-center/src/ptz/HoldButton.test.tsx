import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HoldButton } from './HoldButton.tsx';

let root: Root;
let told: string[];
let button: HTMLButtonElement;

beforeEach(() => {
  told = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() =>
    root.render(
      <>
        {['left', 'right'].map((name) => (
          <HoldButton
            key={name}
            name={name}
            words={name}
            onHold={() => told.push(`hold ${name}`)}
            onRelease={() => told.push(`release ${name}`)}
          >
            {name}
          </HoldButton>
        ))}
      </>,
    ),
  );
  button = document.querySelector('button')!;
});
afterEach(() => {
  flushSync(() => root.unmount());
  document.body.replaceChildren();
});

const point = (type: string, target: EventTarget, pointerId = 1) =>
  target.dispatchEvent(new PointerEvent(type, { pointerId, button: 0, bubbles: true }));

test('a hand that rests on a key holds it though the page moves the key about, until it lets go anywhere', () => {
  point('pointerdown', button);
  button.focus();
  button.blur();
  point('lostpointercapture', button);
  document.body.append(button.parentElement!);
  point('pointerup', window, 2);
  expect(told).toEqual(['hold left']);
  point('pointerup', document.body);
  expect(told).toEqual(['hold left', 'release left']);
});

test('a key pressed after another turns on, though the other loses the focus to it only then', () => {
  const other = document.querySelector<HTMLButtonElement>('[data-ptz="right"]')!;
  point('pointerdown', other);
  other.focus();
  point('pointerup', window);
  point('pointerdown', button);
  button.focus();
  expect(told).toEqual(['hold right', 'release right', 'hold left']);
});

test('a key of the keyboard holds it until it comes up, or the focus goes', () => {
  const key = (type: string) =>
    button.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true }));
  button.focus();
  key('keydown');
  key('keyup');
  key('keydown');
  button.blur();
  expect(told).toEqual(['hold left', 'release left', 'hold left', 'release left']);
});

test('a button that goes while it is held lets go', () => {
  point('pointerdown', button);
  flushSync(() => root.render(null));
  expect(told).toEqual(['hold left', 'release left']);
});
