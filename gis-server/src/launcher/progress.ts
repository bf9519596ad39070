/** One line a step on the console: what runs, then how long it took. */
export type Progress = {
  step<T>(title: string, work: (detail: (text: string) => void) => Promise<T>): Promise<T>;
  say(line: string): void;
};

export function consoleProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  return {
    say: (line) => out.write(`${line}\n`),
    async step(title, work) {
      const began = performance.now();
      out.write(`• ${title} …\n`);
      const result = await work((text) => out.write(`    ${text}\n`));
      out.write(`✓ ${title} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`);
      return result;
    },
  };
}
