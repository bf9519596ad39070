import { expect, it } from 'vitest';
import { redact } from '#health/redact.ts';

it.each([
  ['pull of rtsp://admin:p%40ss@10.1.2.3:554/live failed', 'pull of rtsp://10.1.2.3:554/… failed'],
  ['rtmp://media.example/live/x?token=abc', 'rtmp://media.example/…'],
  ['http://u:p@[fd00::1]/x', 'http://[fd00::1]/…'],
  ['Authorization: Bearer abc.def', 'Authorization: …'],
  ['appSecret=hush, more', 'appSecret=…, more'],
  ['{"token":"hush"}', '{"token":…"}'],
  ['camera 7: no-frames', 'camera 7: no-frames'],
])('of %s leaves %s', (text, left) => {
  expect(redact(text)).toBe(left);
});
