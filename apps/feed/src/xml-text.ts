// Characters of XML 1.0 (https://www.w3.org/TR/xml/#charsets) less the carriage return, which every XML
// parser would turn into a line feed, so that XML and JSON say the same.
const foreign = /\r\n?|[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/**
 * Text as XML 1.0 can carry it: line ends become `\n`, and control characters, lone surrogates and
 * noncharacters become U+FFFD. Text that is right stays the same string.
 */
export function toXmlText(text: string): string {
  return text.replace(foreign, (found) => (found.startsWith('\r') ? '\n' : '\ufffd'))
}
