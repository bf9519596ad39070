import { expect, test } from 'vitest';
import { readGatewayMessage, reasonOfCloseCode } from './gateway-message.ts';

test('the states of a source are read with reason and wait', () => {
  const text = JSON.stringify({
    type: 'state',
    state: 'offline',
    reason: 'camera-offline',
    retryInMs: 2_000,
    at: 'x',
  });
  expect(readGatewayMessage(text)).toEqual({
    type: 'state',
    state: 'offline',
    reason: 'camera-offline',
    retryInMs: 2_000,
  });
});

test.each([
  '',
  'null',
  '[]',
  '{"type":"state","state":"happy"}',
  '{"type":"config"}',
  '{"type":"x"}',
])('what it does not know is passed over: %s', (text) => {
  expect(readGatewayMessage(text)).toBeNull();
});

test('close codes without a word have their own', () => {
  expect(reasonOfCloseCode(4404)).toBe('unknown-camera');
  expect(reasonOfCloseCode(1006)).toBeNull();
});
