import { type MathArguments, mathCommands } from './math-commands.ts'
import { joinAtoms, type MathAtom } from './math-spacing.ts'
import { closeSymbols, operators, relations, subscripts, superscripts } from './math-symbols.ts'

/** TeX being read. `depth` counts open groups and arguments, so that no input can exhaust the stack. */
type MathReader = { readonly tokens: readonly string[]; at: number; depth: number }

const deepest = 40

/**
 * TeX as words in Unicode for titles, mail and plain text: `\alpha_i \leq 5.5\%` is `αᵢ ≤ 5.5%`. Scripts that
 * Unicode lacks are written `x_(a,b)` and `x^(a,b)`. Any input gives text without backslashes; a dollar stays
 * only where the author wrote `\$`.
 */
export function toMathWords(tex: string): string {
  const tokens = tex.match(/\\[a-zA-Z]+\*?|\\.|\s+|[^\\\s]\p{M}*/gsu) ?? []
  return joinAtoms(readAtoms({ tokens, at: 0, depth: 0 }))
    .replace(/\\/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}

function readAtoms(reader: MathReader, end?: string): readonly MathAtom[] {
  const atoms: MathAtom[] = []
  for (let token = take(reader); token !== undefined && token !== end; token = take(reader)) {
    atoms.push(readAtom(token, reader))
  }
  return atoms
}

/** One argument of a command: a group, or the next symbol. */
function readArgument(reader: MathReader): string {
  skipSpace(reader)
  const token = take(reader)
  return token === undefined || token === '}' ? '' : joinAtoms([readAtom(token, reader)])
}

function argumentsOf(reader: MathReader): MathArguments {
  return {
    argument: () => readArgument(reader),
    option: () => readOption(reader),
    delimiter: () => {
      skipSpace(reader)
      if (reader.tokens[reader.at] !== '.') return readArgument(reader)
      reader.at++
      return ''
    },
  }
}

/** An argument in square brackets, or nothing. */
function readOption(reader: MathReader): string {
  if (reader.tokens[reader.at] !== '[') return ''
  reader.at++
  return joinAtoms(readAtoms(reader, ']'))
}

const marks: Readonly<Record<string, (reader: MathReader) => MathAtom>> = {
  '{': (reader) => nested(reader, () => close(joinAtoms(readAtoms(reader, '}')))),
  '}': () => close(''),
  $: () => close(''),
  '&': () => ({ text: ' ', spacing: 'space' }),
  '~': () => ({ text: ' ', spacing: 'space' }),
  "'": () => close('′'),
  '^': (reader) => nested(reader, () => toScript(readArgument(reader), '^', superscripts)),
  _: (reader) => nested(reader, () => toScript(readArgument(reader), '_', subscripts)),
}

function readAtom(token: string, reader: MathReader): MathAtom {
  const mark = marks[token]
  if (mark !== undefined) return mark(reader)
  if (/^\s/.test(token)) return { text: ' ', spacing: 'space' }
  if (!token.startsWith('\\')) return close(token)
  return readCommand(token.slice(1).replace(/\*$/, ''), reader)
}

function readCommand(name: string, reader: MathReader): MathAtom {
  const relation = relations.get(name)
  if (relation !== undefined) return { text: relation, spacing: 'relation' }
  const operator = operators.get(name)
  if (operator !== undefined) return { text: operator, spacing: 'operator' }
  const symbol = closeSymbols.get(name)
  if (symbol !== undefined) return closeAfterSpace(symbol, reader)
  const command = mathCommands.get(name)
  if (command !== undefined) return nested(reader, () => command(argumentsOf(reader)))
  if (!/^[a-zA-Z]/.test(name)) return close(name)
  return reader.tokens[reader.at] === '{'
    ? nested(reader, () => close(readArgument(reader)))
    : { text: name, spacing: 'word' }
}

const raised: ReadonlyMap<string, string> = new Map([
  ['∘', '°'],
  ['⊤', 'ᵀ'],
  ['∗', '*'],
])

/** A raised or lowered text; `x^*` and `x^\circ` need no mark. */
function toScript(content: string, mark: '^' | '_', letters: ReadonlyMap<string, string>): MathAtom {
  const compact = content.replaceAll(' ', '')
  const known = raised.get(compact) ?? compact
  if (compact === '' || (mark === '^' && /^[*′°ᵀ†‡⋆]+$/.test(known))) return close(known)
  const written = [...compact].map((letter) => letters.get(letter))
  if (!written.includes(undefined)) return close(written.join(''))
  const isWord = /^[\p{L}\p{N}]\p{M}*[\p{L}\p{N}\p{M}]*$/u.test(content)
  return { text: isWord ? `${mark}${content}` : `${mark}(${content.trim()})`, spacing: 'script' }
}

function nested(reader: MathReader, read: () => MathAtom): MathAtom {
  if (reader.depth >= deepest) return close('')
  reader.depth++
  const atom = read()
  reader.depth--
  return atom
}

/** In TeX a space after a command's name only ends the name. */
function closeAfterSpace(text: string, reader: MathReader): MathAtom {
  skipSpace(reader)
  return close(text)
}

function close(text: string): MathAtom {
  return { text, spacing: 'close' }
}

function take(reader: MathReader): string | undefined {
  return reader.tokens[reader.at++]
}

function skipSpace(reader: MathReader): void {
  while (/^\s/.test(reader.tokens[reader.at] ?? '')) reader.at++
}
