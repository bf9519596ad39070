import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { readFileSync } from 'node:fs';
import { cameraKinds } from 'grid-data';
import { describe, expect, it } from 'vitest';
import { shapeLayerSpecs } from '#layers/shape-layer-specs.ts';
import { mapThemes } from '#styles/map-tokens.ts';
import { answerStaticAsset } from './static-asset.ts';
import { mapSymbols } from './symbols.ts';

const text = async (path: string) => new TextDecoder().decode((await answerStaticAsset(path)).body);

describe('the base map’s local assets', () => {
  it.each(mapThemes)(
    '%s is a style by the specification and asks for nothing outside',
    async (theme) => {
      const written = await text(`styles/${theme}.json`);
      const style = JSON.parse(written) as Parameters<typeof validateStyleMin>[0];
      expect(validateStyleMin(style)).toEqual([]);
      expect(written).not.toMatch(/https?:|"glyphs"|"sprite"/);
      const served = new Set(
        shapeLayerSpecs.flatMap(({ sourceLayers }) => sourceLayers.map(({ name }) => String(name))),
      );
      for (const layer of style.layers) {
        if ('source-layer' in layer) expect(served).toContain(layer['source-layer']);
      }
    },
  );

  it('has a font file for every face of a style, whatever is written', async () => {
    const { 'font-faces': faces } = JSON.parse(await text('styles/dark-wall.json')) as {
      'font-faces': Record<string, { url: string; 'unicode-range': string[] }[]>;
    };
    const files = Object.values(faces).flat();
    const ranges = files.flatMap((face) => face['unicode-range']).map(boundsOf);
    for (const letter of '0Az市街道望湖') {
      const code = letter.codePointAt(0) as number;
      expect(ranges.some(([from, to]) => from <= code && code <= to)).toBe(true);
    }
    for (const { url } of files) {
      const font = await answerStaticAsset(url.replace('/tiles/', ''));
      expect(new TextDecoder().decode(font.body.subarray(0, 4))).toBe('wOF2');
    }
  });

  it('has a symbol for every class, and for every kind of camera in every state', () => {
    const seed = new URL('../../../grid-data/seed/', import.meta.url);
    const icons = ['city-component-classes.csv', 'event-incidents.csv'].flatMap((file) => {
      const [head = '', ...lines] = readFileSync(new URL(file, seed), 'utf8').trim().split(/\r?\n/);
      const column = head.split(',').indexOf('icon');
      return lines.map((line) => line.split(',')[column] as string);
    });
    const symbols = mapSymbols();
    const cameras = cameraKinds.flatMap((kind) => [
      `camera-${kind}`,
      `camera-${kind}-offline`,
      `camera-${kind}-unknown`,
    ]);
    expect([...icons, ...cameras].filter((name) => !symbols.has(name))).toEqual([]);
    for (const { paths } of symbols.values()) expect(paths.length).toBeGreaterThan(0);
  });

  it.each(['fonts/../package.json', 'fonts/noto.ttf', 'styles/none.json', 'symbols/.svg', ''])(
    'has no asset %o',
    async (path) => {
      await expect(answerStaticAsset(path)).rejects.toMatchObject({ kind: 'not-found' });
    },
  );
});

function boundsOf(range: string): [number, number] {
  const [from = '', to = from] = range.replace(/^U\+/i, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
