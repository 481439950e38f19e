export type SubjectParts = {
  readonly category: string | undefined
  readonly date: string
  readonly counts: string
  readonly lead: string | undefined
}

/**
 * A subject from the config's template, in which `{category}`, `{date}`, `{counts}` and `{lead}` are filled in. A
 * part that is absent takes its brackets, or else the separator after it, along.
 */
export function toSubject(template: string, parts: SubjectParts): string {
  const values = new Map<string, string | undefined>(Object.entries(parts))
  const [first = '', ...rest] = template.split(/\{(category|date|counts|lead)\}/)
  let subject = first
  for (let index = 0; index < rest.length; index += 2) {
    const value = values.get(rest[index] ?? '')
    const after = rest[index + 1] ?? ''
    if (value !== undefined && value !== '') subject += value + after
    else subject = dropPart(subject, after, index + 2 >= rest.length)
  }
  return subject.replace(/\s+/g, ' ').trim()
}

/** Joins what stands before and after an absent part. */
function dropPart(before: string, after: string, isLast: boolean): string {
  const bracketed = /^(.*?)\s*[[({<]$/s.exec(before)
  if (bracketed !== null && /^[\])}>]/.test(after)) return `${bracketed[1]}${after.slice(1)}`
  if (isLast) return before.replace(/[\s\p{Pd}:,;|·]+$/u, '') + after
  return before + (/[[({<]$/.exec(after)?.[0] ?? '')
}
