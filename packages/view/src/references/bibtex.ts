import { toMathWords } from '../math-words.ts'
import type { Person } from './person.ts'
import type { Reference } from './reference.ts'
import { encodeVerbatim, escapeTex, hasBalancedBraces, spellSymbols } from './tex-escape.ts'
import type { TitlePart } from './title-parts.ts'

/**
 * References as a `.bib` file: one `@misc` each with the fields arXiv asks for, every author in order, and
 * words that a style must not write small (`LaSeR`, math) in braces. UTF-8, as biber and BibTeX read it.
 * @see https://info.arxiv.org/help/hypertex/bibstyles/index.html
 */
export function renderBibtex(references: readonly Reference[]): string {
  return references.map(renderEntry).join('\n')
}

function renderEntry(reference: Reference): string {
  const { arxiv, authors, venue } = reference
  const fields = {
    title: reference.titleParts.map(renderTitlePart).join(''),
    author: authors.map(renderPerson).join(' and '),
    year: String(reference.year),
    month: months[reference.month - 1],
    eprint: arxiv?.id,
    archivePrefix: arxiv && 'arXiv',
    primaryClass: arxiv?.category,
    doi: arxiv && encodeVerbatim(arxiv.doi),
    note: venue && escapeTex(venue),
    url: encodeVerbatim(reference.url),
  }
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value ? [`  ${name.padEnd(13)} = ${name === 'month' ? value : `{${value}}`},\n`] : [],
  )
  return `@misc{${reference.key},\n${lines.join('')}}\n`
}

/** BibTeX's own names of months, which a style translates. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function renderTitlePart(part: TitlePart): string {
  if ('tex' in part) return renderTitleMath(part.tex)
  return escapeTex(part.text).replace(/\p{L}[\p{L}\p{N}]*/gu, (word) =>
    /.\p{Lu}/u.test(word) ? `{${word}}` : word,
  )
}

/** Math that would close its field or go on past it becomes words. */
function renderTitleMath(tex: string): string {
  return isSelfContained(tex) ? `{$${spellSymbols(tex)}$}` : `{${escapeTex(toMathWords(tex))}}`
}

function isSelfContained(tex: string): boolean {
  return hasBalancedBraces(tex) && !/[$%]|\\$/.test(tex.replace(/\\[$%]/g, ''))
}

function renderPerson(person: Person): string {
  if ('literal' in person) return `{${escapeTex(person.literal)}}`
  const { family, given, particle, suffix } = person
  // BibTeX takes small words, also between hyphens, for what stands before a family name: Abu-el-Haija.
  const isSplit = /[\s-]/.test(family) && /(?:^|[\s-])\P{L}*\p{Ll}/u.test(family)
  const last = isSplit ? `{${escapeTex(family)}}` : renderName(family)
  return [particle ? `${escapeTex(particle)} ${last}` : last, suffix, renderName(given)]
    .filter(Boolean)
    .join(', ')
}

/** Commas and `and` have a meaning in BibTeX's lists of names. */
function renderName(name: string): string {
  return /,|(?:^|\s)and(?:\s|$)/i.test(name) ? `{${escapeTex(name)}}` : escapeTex(name)
}
