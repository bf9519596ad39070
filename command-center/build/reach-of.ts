/** The files that a chunk of the build needs; fonts and pictures in style sheets come in as they are met. */
export type Chunk = {
  type: 'chunk' | 'asset';
  fileName: string;
  facadeModuleId?: string | null;
  imports?: string[];
  dynamicImports?: string[];
  viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> };
};

export function reachOf(
  chunks: Record<string, Chunk>,
  from: string,
  how: 'at-once' | 'lazily-too',
): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const chunk = chunks[name];
    if (found.has(name) || chunk === undefined) return;
    found.add(name);
    for (const each of chunk.viteMetadata?.importedCss ?? []) found.add(each);
    for (const each of chunk.viteMetadata?.importedAssets ?? []) {
      if (!/\.(woff2?|png|jpe?g)$/.test(each)) found.add(each);
    }
    const later = how === 'lazily-too' ? (chunk.dynamicImports ?? []) : [];
    for (const each of [...(chunk.imports ?? []), ...later]) visit(each);
  };
  visit(from);
  return found;
}
