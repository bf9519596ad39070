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

test('a letter that the font lacks is marked, and not left out', async () => {
  const paper = { title: '𠮷野', lines: [], sections: [], foot: '' };
  expect((await readPdf(await writePdf(paper))).text).toContain('〓野');
});
