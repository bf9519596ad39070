/** Items of a check list as lines, the way they are pasted from a table: code | Chinese | English | class. */
export type ItemWords = {
  code: string;
  nameZh: string;
  nameEn?: string | null;
  classCode?: string | null;
};

export function itemsText(items: readonly ItemWords[]): string {
  return items
    .map(({ code, nameZh, nameEn, classCode }) =>
      [code, nameZh, nameEn ?? '', classCode ?? ''].join(' | '),
    )
    .join('\n');
}

export function readItems(text: string): ItemWords[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [code = '', nameZh = '', nameEn = '', classCode = ''] = line
        .split(/[|｜]/)
        .map((part) => part.trim());
      return { code, nameZh, nameEn: nameEn || null, classCode: classCode || null };
    });
}
