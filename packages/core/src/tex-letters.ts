import { readAccent } from './tex-accents.ts'

type Letter = { readonly letter: string; readonly end: number }

const commands: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å' },
    ...{ o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ' },
  }),
)

/**
 * Text in which the letters that TeX spells with accents and commands are letters: `Jos\'e`, `{\"o}`, `\O ystein`.
 * Everything else, and whatever TeX does not know as a letter, stays as it is.
 */
export function decodeTexLetters(text: string): string {
  if (!text.includes('\\')) return text
  let decoded = ''
  let at = 0
  for (let next = findStart(text, at); next !== -1; next = findStart(text, at)) {
    const letter = readInBraces(text, next) ?? readLetter(text, next)
    decoded += text.slice(at, next) + (letter?.letter ?? text.charAt(next))
    at = letter?.end ?? next + 1
  }
  return decoded + text.slice(at)
}

function findStart(text: string, from: number): number {
  const backslash = text.indexOf('\\', from)
  return backslash > from && text[backslash - 1] === '{' ? backslash - 1 : backslash
}

function readInBraces(text: string, at: number): Letter | undefined {
  if (text[at] !== '{') return undefined
  const letter = readLetter(text, at + 1)
  return letter && text[letter.end] === '}' ? { ...letter, end: letter.end + 1 } : undefined
}

function readLetter(text: string, at: number): Letter | undefined {
  if (text[at] !== '\\') return undefined
  return readAccent(text, at) ?? readCommand(text, at)
}

function readCommand(text: string, at: number): Letter | undefined {
  const [whole = '', name = ''] =
    /^\\([a-zA-Z]{1,2})(?![a-zA-Z])(?:\{\}|\s)?/.exec(text.slice(at, at + 6)) ?? []
  const letter = commands.get(name)
  return letter === undefined ? undefined : { letter, end: at + whole.length }
}
