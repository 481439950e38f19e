/** Ways a calendar date is written: `Thursday, 16 October 2025`, `16 Oct 2025`, `October 2025`. */
const styles = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof styles

/**
 * A calendar date (`2025-10-16`, or `2025-10` for the style `month`) in the words of a language. A calendar
 * date has no time zone: the words are the same wherever this runs. Plain `en` writes the day first.
 */
export function formatDate(date: string, language: string, style: DateStyle = 'full'): string {
  return formatOf(language, style).format(Date.parse(date))
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: string, style: DateStyle): Intl.DateTimeFormat {
  const key = `${style} ${language}`
  const known = formats.get(key)
  if (known !== undefined) return known
  // CLDR's plain `en` is American order; a reader in the US is named by the tag `en-US`.
  const locale = language === 'en' ? 'en-GB' : language
  const format = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: 'UTC', calendar: 'gregory' })
  formats.set(key, format)
  return format
}
