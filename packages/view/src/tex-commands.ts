import type { Emphasis } from './block.ts'
import { escapeMarkdown, toCodeSpan } from './markdown-escape.ts'
import { markEmphasis, marks } from './marks.ts'
import { closeSymbols, operators, relations, subscripts, superscripts } from './math-symbols.ts'

/** What stands after a command: groups in braces and brackets, read one by one, and text before it. */
export type TexArguments = {
  /** The next group as it is written, or undefined. */
  readonly group: () => string | undefined
  readonly option: () => string | undefined
  readonly translate: (tex: string) => string
  /** The character before the command. */
  readonly before: string
}

export type TexCommand = (follow: TexArguments) => string

/** TeX commands of prose, by name without backslash and star. */
export const texCommands: ReadonlyMap<string, TexCommand> = new Map<string, TexCommand>([
  ...emphasis('em', 'textit emph textsl underline uline mathit'),
  ...emphasis('strong', 'textbf mathbf section subsection subsubsection paragraph subparagraph'),
  ...emphasis('s', 'sout st'),
  ...named('texttt verb path lstinline mintinline code', ({ group }) => toCodeSpan(toPlain(group() ?? ''))),
  ...named(
    `textsc textrm textsf textup textmd textnormal text mbox hbox fbox makebox MakeUppercase MakeLowercase uppercase
    lowercase mathrm operatorname ensuremath title author`,
    ({ group, translate }) => translate(group() ?? ''),
  ),
  ...named('textsuperscript', ({ group, translate }) => toScript(group() ?? '', superscripts, translate)),
  ...named('textsubscript', ({ group, translate }) => toScript(group() ?? '', subscripts, translate)),
  ['href', ({ group, translate }) => toLink(group() ?? '', group() ?? '', translate)],
  ...named('url nolinkurl', ({ group }) => toBareLink(group() ?? '')),
  ...named('footnote footnotetext thanks', ({ option, group, translate, before }) => {
    option()
    const note = translate(group() ?? '').trim()
    return note === '' ? '' : `${/\s|^$/.test(before) ? '' : ' '}(${note})`
  }),
  ...named(
    'cite citep citet citealp citeauthor citeyear parencite textcite autocite',
    ({ option, group }) => {
      while (option() !== undefined);
      return escapeMarkdown(`[${group() ?? ''}]`)
    },
  ),
  ...named('ref autoref cref Cref eqref', ({ group }) => escapeMarkdown(group() ?? '')),
  ...named(
    'label vspace hspace index input bibliographystyle bibliography includegraphics color footnotemark begin end pagestyle',
    ({ option, group }) => {
      option()
      group()
      return ''
    },
  ),
  ...named('textcolor colorbox hyperref', ({ option, group, translate }) => {
    const link = option()
    const first = group() ?? ''
    return translate(link === undefined ? (group() ?? '') : first)
  }),
  ['ie', () => 'i.e.'],
  ['eg', () => 'e.g.'],
  ['etal', () => 'et al.'],
  ['wrt', () => 'w.r.t.'],
  ['item', ({ option }) => `\n- ${option() ?? ''}`],
  ['par', () => '\n\n'],
  ...named('newline linebreak', () => marks.break),
  ...named('quad qquad enspace thinspace hfill', () => ' '),
  ...named(
    `noindent centering xspace protect small large Large normalsize footnotesize bfseries itshape ttfamily rmfamily em it
    bf tt sc sl sf rm relax maketitle newpage clearpage displaystyle left right`,
    () => '',
  ),
  ...symbols(`textasciitilde ~ textbackslash \\ LaTeX LaTeX TeX TeX BibTeX BibTeX textregistered ® texttrademark ™
    textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textgreater >
    textless < textbar | textdegree ° textellipsis … textbullet • textasciicircum ^ textunderscore _ textdollar $
    textpm ± texttimes × textmu µ euro € slash / textquotesingle ' `),
  ...[...relations, ...operators, ...closeSymbols].flatMap(([name, symbol]): [string, TexCommand][] =>
    /^[a-zA-Z]{2}/.test(name) || 'SPoOlLij'.includes(name) ? [[name, () => escapeMarkdown(symbol)]] : [],
  ),
])

/** Commands that are letters, whose name a space ends: `\o stergaard`. */
export const letterCommands: ReadonlySet<string> = new Set('o O l L i j ss ae AE oe OE aa AA'.split(' '))

function named(names: string, command: TexCommand): readonly [string, TexCommand][] {
  return names.split(/\s+/).map((name) => [name, command])
}

function emphasis(kind: Emphasis, names: string): readonly [string, TexCommand][] {
  return named(names, ({ group, translate }) => {
    const words = translate(group() ?? '')
    return words.trim() === '' ? words : markEmphasis(words, kind)
  })
}

function symbols(pairs: string): readonly [string, TexCommand][] {
  const words = pairs.trim().split(/\s+/)
  return words.flatMap((name, index): [string, TexCommand][] =>
    index % 2 === 0 ? [[name, () => escapeMarkdown(words[index + 1] ?? '')]] : [],
  )
}

function toScript(
  tex: string,
  letters: ReadonlyMap<string, string>,
  translate: (tex: string) => string,
): string {
  const written = [...tex].map((letter) => letters.get(letter))
  return written.includes(undefined) ? translate(tex) : written.join('')
}

function toLink(address: string, tex: string, translate: (tex: string) => string): string {
  const href = toAddress(address)
  const words = translate(tex).trim()
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return words
  if (words === '') return toBareLink(address)
  // A link holds no other link.
  const label = /\]\(|<(?:https?:|mailto:)/.test(words) ? escapeMarkdown(toPlain(tex)) : words
  return `[${label}](<${href}>)`
}

function toBareLink(address: string): string {
  const href = toAddress(address)
  return /^https?:\/\//i.test(href) ? `<${href}>` : escapeMarkdown(href)
}

function toAddress(tex: string): string {
  return encodeOdd(
    tex
      .trim()
      .replace(/\\([%#_&~{}$])/g, '$1')
      .replace(/\\textasciitilde(?:\{\})?/g, '~'),
  )
}

function encodeOdd(address: string): string {
  return address.replace(/[\s<>\\]/g, (character) => encodeURIComponent(character))
}

/** TeX as bare words for code and for labels: escapes undone, commands gone. */
function toPlain(tex: string): string {
  return tex
    .replace(/\\textbackslash(?:\{\})?/g, '\\')
    .replace(/\\text(?:asciitilde)(?:\{\})?/g, '~')
    .replace(/\\[a-zA-Z]+\*?\{([^{}]*)\}/g, '$1')
    .replace(/\\([%#_&~{}$ ])/g, '$1')
}
