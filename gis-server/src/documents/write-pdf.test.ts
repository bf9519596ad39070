import { expect, test } from 'vitest';
import { readPdf } from './testing/read-pdf.ts';
import { writePdf } from './write-pdf.ts';

const rows = Array.from({ length: 80 }, (_, index) => [`第${index + 1}行`, index, null]);

test('a long table goes over pages, its head again on each, every row once', async () => {
  const { pages, text, fonts } = await readPdf(
    await writePdf({
      title: '涟源市综合评价',
      lines: ['期间'],
      sections: [
        {
          heading: '指标',
          blocks: [
            {
              kind: 'table',
              columns: [
                { title: '名称', share: 0.5 },
                { title: '数值', share: 0.25, align: 'right' },
                { title: '空', share: 0.25 },
              ],
              rows,
            },
          ],
        },
      ],
      foot: '涟源市',
    }),
  );
  expect(pages).toBe(3);
  expect(text.match(/名称/g)).toHaveLength(3);
  for (const [name] of rows) expect(text.split(String(name))).toHaveLength(2);
  expect(text).toContain('3 / 3');
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSansSC/);
});

test('a heading stands on the page of what it heads', async () => {
  const plan = { halfWidthMeters: 320, halfHeightMeters: 160, shapes: [], names: [] };
  const paper = {
    title: '案卷',
    lines: [],
    sections: [
      { heading: '经过', blocks: [{ kind: 'text', text: '行\n'.repeat(38) } as const] },
      { heading: '位置', blocks: [{ kind: 'plan', plan, caption: '上方为北' } as const] },
    ],
    foot: '',
  };
  const { pages, text } = await readPdf(await writePdf(paper));
  expect(pages).toBe(2);
  expect(text.indexOf('1 / 2')).toBeLessThan(text.indexOf('位置'));
});

test('a letter that the font lacks is marked, and not left out', async () => {
  const paper = { title: '𠮷野', lines: [], sections: [], foot: '' };
  expect((await readPdf(await writePdf(paper))).text).toContain('〓野');
});
