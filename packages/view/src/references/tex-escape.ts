import { closeSymbols, operators, relations } from '../math-symbols.ts'

/**
 * Braces as words, not as `\{`: BibTeX counts every brace, even after a backslash. The last three are other
 * characters in TeX's old default font.
 */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
}

/**
 * Text on one line as TeX shows it letter by letter; `--` becomes a dash there, as in titles on arXiv. Letters
 * beyond ASCII stay what they are.
 */
export function escapeTex(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\{}~^&%#_$<>|]/g, (character) => escapes[character] ?? character)
}

/** An address or identifier for fields that BibTeX styles print as they are: no brace, blank or backslash. */
export function encodeVerbatim(address: string): string {
  return address.replace(/[\s{}\\]/g, encodeURIComponent)
}

/** Math with its Unicode letters and signs as commands, which every TeX knows: `λ` is `\lambda`. */
export function spellSymbols(tex: string): string {
  return tex.replace(/\s+/g, ' ').replace(/[^ -~](?=([a-zA-Z])?)/gu, (symbol, letter) => {
    const name = symbolNames.get(symbol)
    return name === undefined ? symbol : `\\${name}${letter === undefined ? '' : ' '}`
  })
}

/** The first name of a symbol in the tables that read them; a sign has none. */
const symbolNames = new Map(
  [...relations, ...operators, ...closeSymbols]
    .reverse()
    .flatMap(([name, symbol]) => (/^[a-zA-Z]{2,}$/.test(name) ? [[symbol, name] as const] : [])),
)
