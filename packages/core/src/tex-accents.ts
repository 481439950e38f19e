import { readGroup } from './tex-group.ts'

/** TeX accents by the character or letter after the backslash, as combining characters. */
const signs: ReadonlyMap<string, string> = new Map([
  ["'", '\u0301'],
  ['`', '\u0300'],
  ['"', '\u0308'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['.', '\u0307'],
])

const letters: ReadonlyMap<string, string> = new Map([
  ['u', '\u0306'],
  ['v', '\u030c'],
  ['H', '\u030b'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['r', '\u030a'],
  ['d', '\u0323'],
  ['b', '\u0331'],
])

// How far away an escaped quote may end; a line can be as long as its file.
const farthest = 1000

/** A letter with its accent, and where the text goes on after it. */
export type AccentedLetter = { readonly letter: string; readonly end: number }

/**
 * Reads an accent such as `\'e`, `\"{o}`, `\v{s}` or `\c c` at `at`. Undefined where the backslash escapes a
 * quote (`don\'t`, `\"word\"`) or where no such letter exists.
 */
export function readAccent(text: string, at: number): AccentedLetter | undefined {
  const name = text[at + 1] ?? ''
  const sign = signs.get(name)
  if (sign !== undefined) return readSigned(text, at, sign)
  const accent = letters.get(name)
  const spaced = /^\s\p{L}(?!\p{L})/u.test(text.slice(at + 2, at + 5))
  if (accent === undefined || (text[at + 2] !== '{' && !spaced)) return undefined
  return spaced ? compose(text[at + 3] ?? '', accent, at + 4) : readBraced(text, at + 2, accent)
}

function readSigned(text: string, at: number, sign: string): AccentedLetter | undefined {
  if (text[at + 2] === '{') return readBraced(text, at + 2, sign)
  const dotless = /^\\([ij])(?![a-zA-Z])\s?/.exec(text.slice(at + 2, at + 5))
  if (dotless !== null) return compose(dotless[1] ?? '', sign, at + 2 + dotless[0].length)
  if (isQuote(text, at)) return undefined
  return compose(text[at + 2] ?? '', sign, at + 3)
}

/** Escaped quotes of prose look like accents: `it\'s`, `we\'re`, `\"use\"`. */
function isQuote(text: string, at: number): boolean {
  const [mark, letter = '', next = ''] = [text[at + 1], text[at + 2], text[at + 3]]
  if (mark === "'")
    return (
      !/[aeiouyAEIOUYcnszCNSZ]/.test(letter) ||
      (/[a-z]/.test(letter) && !isVowel(letter) && !/\p{L}/u.test(next))
    )
  if (mark === '"')
    return !/\p{L}/u.test(text[at - 1] ?? '') && /\\"(?!\p{L})/u.test(text.slice(at + 2, at + farthest))
  return mark === '.' || mark === '=' || mark === '^' ? !/\p{L}/u.test(letter) : false
}

function isVowel(letter: string): boolean {
  return /[aeiouy]/.test(letter)
}

function readBraced(text: string, at: number, sign: string): AccentedLetter | undefined {
  const group = readGroup(text, at)
  return group && compose(group.content.trim().replace(/^\\(?=[ij]$)/, ''), sign, group.end)
}

function compose(letter: string, sign: string, end: number): AccentedLetter | undefined {
  const composed = `${letter}${sign}`.normalize('NFC')
  return /^\p{L}$/u.test(letter) && composed.length === letter.length ? { letter: composed, end } : undefined
}
