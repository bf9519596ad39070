/** Takes secrets out of text that is going to be logged. */
export function redact(text: string): string {
  return text
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s"'<>]+/gi, (url, scheme: string) =>
      bareAddress(url, scheme),
    )
    .replace(
      /\b([\w-]*(?:authorization|signature|secret|token|key|password))(["']?\s*[:=]\s*)(?:(?:bearer|basic|digest)\s+)?["']?[^\s"',}]+/gi,
      '$1$2…',
    );
}

/** Host and port say which machine; path and query hold tokens, userinfo a password. */
function bareAddress(url: string, scheme: string): string {
  const host = /^[^/?#]*/.exec(url.slice(scheme.length))?.[0] ?? '';
  const bare = host.slice(host.lastIndexOf('@') + 1);
  return host.length === url.length - scheme.length && !host.includes('@')
    ? url
    : `${scheme}${bare}/…`;
}
