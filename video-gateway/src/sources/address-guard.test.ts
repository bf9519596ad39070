import { describe, expect, it } from 'vitest';
import { createAddressGuard } from '#sources/address-guard.ts';

const names: Record<string, string[]> = {
  'media.example': ['10.1.2.3'],
  'rebound.example': ['127.0.0.1'],
  'public.example': ['93.184.215.14'],
};
const guard = createAddressGuard(new Set([8090, 5433]), (name) =>
  names[name] ? Promise.resolve(names[name]) : Promise.reject(new Error('unknown')),
);
const platform = ['10.1.0.0/16', 'media.example:554', '[fd00::5]:554', '127.0.0.1:8554'];

describe('the addresses that a platform may send us to', () => {
  it.each([
    ['rtsp://10.1.200.7/live', { address: '10.1.200.7', port: 554 }],
    ['rtsp://media.example/live', { address: '10.1.2.3', port: 554 }],
    ['rtsp://[fd00::5]:554/live', { address: 'fd00::5', port: 554 }],
    ['rtsp://127.0.0.1:8554/live', { address: '127.0.0.1', port: 8554 }],
    ['rtsp://[::ffff:10.1.2.9]/live', { address: '10.1.2.9', port: 554 }],
  ])('%s is one', async (url, pinned) => {
    await expect(guard(new URL(url), platform)).resolves.toEqual(pinned);
  });

  it.each([
    'rtsp://192.168.1.1/live',
    'rtsp://public.example/live',
    'rtsp://rebound.example:8080/live',
    'rtsp://unknown.example/live',
    'rtsp://127.0.0.1:8555/live',
    'rtsp://[::ffff:127.0.0.1]:22/live',
    'rtsp://2130706433:8554/live',
    'rtsp://0177.0.0.1:8554/live',
    'http://169.254.169.254/latest',
  ])('%s is none', async (url) => {
    await expect(guard(new URL(url), platform)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('the addresses of cameras that were imported', () => {
  it('may be anywhere', async () => {
    await expect(guard(new URL('rtsp://192.168.1.64/h264'), null)).resolves.toMatchObject({
      port: 554,
    });
    await expect(guard(new URL('rtsp://127.0.0.1:8554/x'), null)).resolves.toMatchObject({
      port: 8554,
    });
  });

  it.each([
    'http://127.0.0.1:8090/x.flv',
    'http://[::1]:8090/x.flv',
    'http://rebound.example:5433/x.flv',
    'http://0.0.0.0:8090/x.flv',
    'http://169.254.169.254/latest/x.flv',
    'rtsp://239.1.1.1/x',
  ])('but never one of our own services or no host at all: %s', async (url) => {
    await expect(guard(new URL(url), null)).rejects.toMatchObject({ reason: 'address-refused' });
  });
});
