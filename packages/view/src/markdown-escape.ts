/** Plain text as Markdown that shows it unchanged. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&~$|#]/g, '\\$&')
}

/** Text as a code span, whatever backticks it holds. */
export function toCodeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = /^`|`$/.test(text) ? ' ' : ''
  return text.trim() === '' ? text : `${fence}${space}${text}${space}${fence}`
}
