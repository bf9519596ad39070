/** The city keeps Chinese time wherever the browser stands. */
const timeZone = 'Asia/Shanghai';

const formats = {
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  minutes: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dayMinutes: {
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  date: { month: 'long', day: 'numeric', weekday: 'short' },
  full: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

export function clockWords(at: Date, format: keyof typeof formats, language = 'zh-CN'): string {
  const key = `${format} ${language}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(language, { ...formats[format], timeZone });
    formatters.set(key, formatter);
  }
  return formatter.format(at);
}
