/** The figures of the gateway as Prometheus text. */
export type Metric = {
  name: string;
  help: string;
  kind: 'gauge' | 'counter';
  values: readonly { labels?: Readonly<Record<string, string>>; value: number }[];
};

/** Makes figures of one value each, whose names begin alike. */
export const figuresNamed =
  (prefix: string) =>
  (name: string, help: string, kind: Metric['kind'], value: number): Metric => ({
    name: `${prefix}_${name}`,
    help,
    kind,
    values: [{ value }],
  });

export function prometheusText(metrics: readonly Metric[]): string {
  const lines = metrics.flatMap(({ name, help, kind, values }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${kind}`,
    ...values.map(({ labels = {}, value }) => `${name}${labelText(labels)} ${value}`),
  ]);
  return `${lines.join('\n')}\n`;
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
