/** One part of a mail: unfolded header fields by lower-case name, and the decoded text of its content. */
export type MimePart = {
  readonly headers: ReadonlyMap<string, string>
  readonly type: string
  readonly text: string
}

const deepest = 5
const mostParts = 100

/** Every part of a mail, containers included, in order. Any bytes give some answer. */
export function readMimeParts(source: string, depth = 0): readonly MimePart[] {
  const { headers, body } = splitHead(source.replace(/\r\n?/g, '\n'))
  const type = (headers.get('content-type') ?? 'text/plain').toLowerCase()
  const part = { headers, type, text: decode(body, headers.get('content-transfer-encoding') ?? '') }
  const boundary = /boundary="?([^";\s]+)"?/i.exec(headers.get('content-type') ?? '')?.[1]
  if (depth >= deepest) return [part]
  if (boundary !== undefined && type.startsWith('multipart/'))
    return [part, ...splitParts(body, boundary).flatMap((inner) => readMimeParts(inner, depth + 1))].slice(
      0,
      mostParts,
    )
  return [part]
}

/** Header fields of a text that begins with them; the first of each name counts. */
export function splitHead(source: string): {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
} {
  const end = source.indexOf('\n\n')
  const head = end < 0 ? source : source.slice(0, end)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body: end < 0 ? '' : source.slice(end + 2) }
}

function splitParts(body: string, boundary: string): readonly string[] {
  const parts = `\n${body}`.split(`\n--${boundary}`)
  return parts
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .map((part) => part.replace(/^[^\n]*\n/, ''))
}

function decode(text: string, encoding: string): string {
  if (/^base64$/i.test(encoding)) return Buffer.from(text, 'base64').toString('utf8')
  if (!/^quoted-printable$/i.test(encoding)) return text
  return text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
