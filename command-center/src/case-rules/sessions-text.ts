/** Sessions of a day as people write them: 08:00-12:00, 14:00-18:00; nothing is a day off. */
export function sessionsText(sessions: readonly (readonly string[])[]): string {
  return sessions.map(([from = '', to = '']) => `${from}-${to}`).join(', ');
}

/** What was written, pair by pair; whether it is a day's order of sessions the server judges. */
export function readSessions(text: string): string[][] {
  return text
    .split(/[,，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => part.split(/\s*[-–—~至]\s*/).map((time) => time.padStart(5, '0')));
}
