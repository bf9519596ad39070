import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const keys = { SIMULATOR_APP_KEY: 'k', SIMULATOR_APP_SECRET: 's' };

describe('the simulator’s environment', () => {
  it('needs the key pair and nothing else', () => {
    expect(readConfig(keys)).toMatchObject({
      httpPort: 8099,
      rtspPort: 8554,
      rtmp: null,
      life: null,
    });
    expect(() => readConfig({})).toThrow('SIMULATOR_APP_KEY');
  });

  it('names the variable that is wrong', () => {
    expect(() => readConfig({ ...keys, SIMULATOR_PORT: 'eighty' })).toThrow('SIMULATOR_PORT');
    expect(() => readConfig({ ...keys, SIMULATOR_INCIDENTS_PER_HOUR: '-1' })).toThrow('INCIDENTS');
  });

  it('has a city life where there is a server to live in', () => {
    const { life } = readConfig({ ...keys, GIS_SERVER_URL: 'http://127.0.0.1:8080/' });
    expect(life).toMatchObject({ gisServerUrl: 'http://127.0.0.1:8080', incidentsPerHour: 60 });
  });
});
