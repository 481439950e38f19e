/** What a request asks for: decoded path segments, whether the path ends in a slash, and `?…` or nothing. */
export type RequestPath = {
  readonly segments: readonly string[]
  readonly slash: boolean
  readonly query: string
}

/**
 * Reads a request target (RFC 9112, origin form). Undefined for what cannot name a file below a folder:
 * `..`, empty or hidden segments, encoded slashes, control characters and broken percent signs.
 */
export function parseRequestPath(target: string): RequestPath | undefined {
  const [path = '', ...rest] = target.split('?')
  if (!path.startsWith('/')) return undefined
  const slash = path.endsWith('/')
  const segments =
    path === '/'
      ? []
      : path
          .slice(1, slash ? -1 : undefined)
          .split('/')
          .map(decodeSegment)
  if (!segments.every(isVisible)) return undefined
  return { segments, slash, query: rest.length > 0 ? `?${rest.join('?')}` : '' }
}

/** The path of decoded segments, encoded again; it begins and ends with a slash. */
export function formatPath(segments: readonly string[]): string {
  return segments.length === 0 ? '/' : `/${segments.map(encodeURIComponent).join('/')}/`
}

// A broken percent sign gives an empty segment, which is refused as one that was written empty.
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}

function isVisible(segment: string): boolean {
  if (segment === '.well-known') return true
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL ends a file name early in some systems
  return segment !== '' && !segment.startsWith('.') && !/[/\\\u0000-\u001f\u007f]/.test(segment)
}
