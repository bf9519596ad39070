/** How much a figure grows from one sample to the next, by the line that fits all of them best. */
export function growthPerStep(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [along, spread] = [0, 0];
  for (const [index, value] of values.entries()) {
    along += (index - middle) * (value - mean);
    spread += (index - middle) ** 2;
  }
  return spread === 0 ? 0 : along / spread;
}
