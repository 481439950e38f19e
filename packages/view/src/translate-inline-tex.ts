import { addressCharacter } from './bare-links.ts'
import { readBackslash } from './read-backslash.ts'
import { readBackticks } from './read-backticks.ts'
import { readOldGroup } from './read-old-group.ts'
import { readTag } from './read-tag.ts'
import { findDollarMath } from './tex-math.ts'
import { keep, type TexReader, type TexStep } from './tex-step.ts'

const deepest = 20
const farthest = 300
const interesting = /[\\~`$<{]|-{2,}|#{2,6}(?=\p{L})|https?:\/\//gu
const address = new RegExp(`https?://${addressCharacter}+`, 'iuy')

/** One paragraph, item, row or heading of Markdown with its TeX translated. */
export function translateInlineTex(text: string, depth = 0): string {
  if (depth > deepest) return text
  const translate = (tex: string): string => translateInlineTex(tex, depth + 1)
  let markdown = ''
  let at = 0
  for (let match = findNext(text, at); match !== null; match = findNext(text, at)) {
    const step = readers[match[0].charAt(0)]?.(text, match.index, translate)
    const { markdown: translated, end } = step ?? keep(text, match.index, match[0].length)
    markdown += text.slice(at, match.index) + translated
    at = end
  }
  return markdown + text.slice(at)
}

function findNext(text: string, from: number): RegExpExecArray | null {
  interesting.lastIndex = from
  return interesting.exec(text)
}

const readers: Readonly<Record<string, TexReader>> = {
  '\\': readBackslash,
  '`': readBackticks,
  '{': readOldGroup,
  '<': readTag,
  '~': readTilde,
  '-': readDashes,
  '#': readHashes,
  h: readAddress,
  // A dollar left alone is money; escaped, no later one can make it math.
  $: (text, at) => findDollarMath(text, at) ?? { markdown: '\\$', end: at + 1 },
}

/** A tie of TeX (`Table~3`) is a no-break space; `~29%` and ranges (`2~3`) keep theirs. */
function readTilde(text: string, at: number): TexStep {
  const [before = '', after = ''] = [text[at - 1], text[at + 1]]
  if (before === '~' || after === '~') return keep(text, at, 1)
  const ties = /[\p{L}\p{N}.,:;)\]}%]/u.test(before) && /[\p{L}\p{N}\\($[`]/u.test(after)
  return ties && !/^\d\d$/.test(before + after) ? { markdown: '\u00a0', end: at + 1 } : keep(text, at, 1)
}

const dashes: ReadonlyMap<number, string> = new Map([
  [2, '–'],
  [3, '—'],
])

/** Dashes of TeX; those of tables, underlines, options (`--json`) and comments stay. */
function readDashes(text: string, at: number): TexStep {
  const length = /^-+/.exec(text.slice(at, at + farthest))?.[0].length ?? 0
  const [before = ' ', after = ' '] = [text[at - 1], text[at + length]]
  const dash = dashes.get(length)
  const isOption = /[\s([{"'`|]/.test(before) && !/[\s\d]/.test(after)
  if (dash === undefined || isOption || before === '!' || /[<>]/.test(before + after) || isRule(text, at)) {
    return keep(text, at, length)
  }
  return { markdown: dash, end: at + length }
}

/** Whether a line is made of such signs only, as far as one looks; lines can be as long as their file. */
function isRule(text: string, at: number): boolean {
  const [before = ''] = /[^\n]*$/.exec(text.slice(Math.max(at - farthest, 0), at)) ?? []
  const [after = ''] = /^[^\n]*/.exec(text.slice(at, at + farthest)) ?? []
  return /^[\s|:>-]*$/.test(before + after)
}

/** A heading whose author forgot the space after its marks. */
function readHashes(text: string, at: number): TexStep {
  const hashes = /^#+/.exec(text.slice(at))?.[0] ?? ''
  const before = text.slice(Math.max(at - farthest, 0), at)
  const indent = before.slice(before.lastIndexOf('\n') + 1)
  return { markdown: indent.trim() === '' ? `${hashes} ` : hashes, end: at + hashes.length }
}

/** Marks of emphasis inside an address belong to it. */
function readAddress(text: string, at: number): TexStep {
  address.lastIndex = at
  const found = address.exec(text)?.[0] ?? text.charAt(at)
  return { markdown: found.replace(/_|~(?=~)/g, '\\$&'), end: at + found.length }
}
