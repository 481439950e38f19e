import { closeSymbols, operators, relations } from '../math-symbols.ts'

// The last three are other characters in TeX's old default font.
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '$|$',
}

// BibTeX counts every brace, even after a backslash, so one without its partner is spelled out.
const loneBraces: Readonly<Record<string, string>> = { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' }

/**
 * Text on one line as TeX shows it letter by letter; `--` becomes a dash there, as in titles on arXiv. Letters
 * beyond ASCII stay what they are.
 */
export function escapeTex(text: string): string {
  const table = hasBalancedBraces(text) ? escapes : { ...escapes, ...loneBraces }
  return text.replace(/\s+/g, ' ').replace(/[\\{}~^&%#_$<>|]/g, (character) => table[character] ?? character)
}

/** Whether every brace has its partner, escaped or not. */
export function hasBalancedBraces(text: string): boolean {
  let depth = 0
  for (const brace of text.match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
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
