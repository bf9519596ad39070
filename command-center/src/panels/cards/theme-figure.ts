/** A number of another system among the numbers of the situation. */
const prefix = 'theme:';

export function themeFigure(theme: string, indicator: string): string {
  return `${prefix}${theme}:${indicator}`;
}

export function themeOfFigure(figure: string): { theme: string; indicator: string } | null {
  if (!figure.startsWith(prefix)) return null;
  const [theme = '', indicator = ''] = figure.slice(prefix.length).split(':');
  return { theme, indicator };
}
