/** A header field of a message, unfolded to one line, its encoded words as they are sent. */
export type MailHeader = { readonly name: string; readonly value: string }

/** The header fields of a message (RFC 5322), in order. */
export function readMailHeaders(source: string): readonly MailHeader[] {
  const [head = ''] = source.split(/\r?\n\r?\n/, 1)
  return head
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .map((line) => ({
      name: line.slice(0, line.indexOf(':')),
      value: line.slice(line.indexOf(':') + 1).trim(),
    }))
    .filter(({ name }) => name !== '')
}
