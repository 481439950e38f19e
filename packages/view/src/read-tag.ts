import { marks } from './marks.ts'
import { subscripts, superscripts } from './math-symbols.ts'
import type { TexStep } from './tex-step.ts'

const tag =
  /<(\/?)(span|br|b|i|em|strong|sub|sup|p|div)((?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))*)\s*\/?>/iy
const autolink = /<(?:https?:\/\/|mailto:)[^\s<>]*>|<[\w.+-]+@[\w.-]+>/iy

/**
 * What becomes of `<` at `at`: tags of plain formatting go and their text stays (`<br>` breaks the line,
 * `10<sup>3</sup>` is `10³`), addresses in angle brackets stay; anything else is text, and undefined here.
 */
export function readTag(text: string, at: number): TexStep | undefined {
  autolink.lastIndex = at
  const address = autolink.exec(text)
  if (address !== null) return { markdown: address[0], end: at + address[0].length }
  tag.lastIndex = at
  const [whole, slash, name = ''] = tag.exec(text) ?? []
  if (whole === undefined) return undefined
  const end = at + whole.length
  const kind = name.toLowerCase()
  if (kind === 'br') return { markdown: marks.break, end }
  if (kind === 'p' || kind === 'div') return { markdown: ' ', end }
  return (slash === '' && readScript(text, kind, end)) || { markdown: '', end }
}

const scripts: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['sup', superscripts],
  ['sub', subscripts],
])

/** A raised or lowered number, which would change its value if only the tags went. */
function readScript(text: string, kind: string, at: number): TexStep | undefined {
  const close = text.slice(at, at + 40).search(/<\/su[bp]>/i)
  const letters = scripts.get(kind)
  if (letters === undefined || close <= 0) return undefined
  const written = [...text.slice(at, at + close)].map((letter) => letters.get(letter))
  return written.includes(undefined) ? undefined : { markdown: written.join(''), end: at + close + 6 }
}
