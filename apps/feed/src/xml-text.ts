// Characters of XML 1.0 (https://www.w3.org/TR/xml/#charsets) less the carriage return, which every XML
// parser would turn into a line feed, so that XML and JSON say the same.
const foreign = /\r\n?|[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

// Without the flag `u` surrogates need a second look, but the search is five times as fast.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const suspicious = /[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]/

/**
 * Text as XML 1.0 can carry it: line ends become `\n`, and control characters, lone surrogates and
 * noncharacters become U+FFFD. Text that is right stays the same string.
 */
export function toXmlText(text: string): string {
  if (!suspicious.test(text)) return text
  return text.replace(foreign, (found) => (found.startsWith('\r') ? '\n' : '\ufffd'))
}
