import { foldAccents } from '@broadsheet/core'
import type { Person } from './person.ts'

/** What a citation key is made of. */
export type KeySource = {
  readonly authors: readonly Person[]
  readonly year: number
  readonly title: string
}

/**
 * Citation keys such as `su2025rewiring`: first author's family name, year, first word of the title that says
 * something; ASCII letters and digits. The same key again gets `a`, `b`, … in the order given, so papers in the
 * order in which they were chosen keep their keys when others are added.
 */
export function toCitationKeys(sources: readonly KeySource[]): readonly string[] {
  const taken = new Set<string>()
  return sources.map((source) => {
    const base = `${toAuthorWord(source.authors[0])}${source.year}${toTitleWord(source.title)}`
    let key = base
    for (let count = 0; taken.has(key); count++) key = base + toLetters(count)
    taken.add(key)
    return key
  })
}

function toAuthorWord(author: Person | undefined): string {
  if (author === undefined) return 'anon'
  if (!('literal' in author)) return fold(`${author.particle ?? ''}${author.family}`) || 'anon'
  const words = author.literal.split(/\s+/).map(fold)
  return words.find((word) => word !== '' && !groupWords.has(word)) ?? 'anon'
}

const groupWords = new Set(['the', 'for', 'team', 'group', 'collaboration', 'consortium', 'project'])

const smallWords = new Set(
  'a an and are as at be by can do does for from how if in into is it its of on or that the their this to via what when where which who why will with without you your'.split(
    ' ',
  ),
)

function toTitleWord(title: string): string {
  const words = title.split(/[^\p{L}\p{N}\p{M}]+/u).map(fold)
  const named = words.filter((word) => /[a-z]/.test(word))
  return named.find((word) => !smallWords.has(word)) ?? named[0] ?? ''
}

/** Lower-case ASCII letters and digits; other scripts are dropped. */
function fold(text: string): string {
  return foldAccents(text).replace(/[^a-z0-9]/g, '')
}

/** `a` to `z`, then `aa`, `ab`, … */
function toLetters(count: number): string {
  const last = String.fromCharCode(97 + (count % 26))
  return count < 26 ? last : toLetters(Math.floor(count / 26) - 1) + last
}
