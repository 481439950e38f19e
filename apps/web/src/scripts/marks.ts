/** A paper that a reader starred: what a list needs to name it without asking the site. */
export type Star = { readonly title: string; readonly href: string }

/** What a reader has marked, by paper key. It never leaves the browser but as a file the reader asks for. */
export type Marks = {
  readonly read: ReadonlySet<string>
  readonly stars: ReadonlyMap<string, Star>
}

export const noMarks: Marks = { read: new Set(), stars: new Map() }

/** Marks as kept and exported: JSON with a version, so that a later format can tell. */
export function formatMarks(marks: Marks): string {
  const stars = [...marks.stars].map(([key, star]) => ({ key, ...star }))
  return JSON.stringify({ version: 1, read: [...marks.read], stars })
}

/** Reads `formatMarks`; what is not of that shape is left out, and a text that is no JSON gives undefined. */
export function parseMarks(text: string): Marks | undefined {
  const value = parseJson(text)
  if (!isRecord(value) || value.version !== 1) return undefined
  const read = list(value.read).filter((key) => typeof key === 'string')
  const stars = list(value.stars).flatMap((star) => {
    if (!isRecord(star)) return []
    const { key, title, href } = star
    const whole = typeof key === 'string' && typeof title === 'string' && typeof href === 'string'
    return whole && isOwnAddress(href) ? [[key, { title, href }] as const] : []
  })
  return { read: new Set(read), stars: new Map(stars) }
}

/** Everything that is marked in one or the other. */
export function mergeMarks(one: Marks, other: Marks): Marks {
  return { read: one.read.union(other.read), stars: new Map([...one.stars, ...other.stars]) }
}

export function toggleRead(marks: Marks, key: string): Marks {
  return { ...marks, read: marks.read.symmetricDifference(new Set([key])) }
}

export function toggleStar(marks: Marks, key: string, star: Star): Marks {
  const stars = new Map(marks.stars)
  if (!stars.delete(key)) stars.set(key, star)
  return { ...marks, stars }
}

// A file from elsewhere must not smuggle a link in.
function isOwnAddress(href: string): boolean {
  return /^\/(?![/\\])/.test(href)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
