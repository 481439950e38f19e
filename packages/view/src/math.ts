import katex from 'katex'
import { escapeHtml } from './escape-html.ts'
import { toMathAlphabet } from './math-alphabets.ts'
import { toMathWords } from './math-words.ts'

/** Commands of common packages that KaTeX lacks. */
const macros = {
  '\\mathbbm': '\\mathbb{#1}',
  '\\mathds': '\\mathbb{#1}',
  '\\bbm': '\\mathbb{#1}',
  '\\ensuremath': '#1',
  '\\emph': '\\textit{#1}',
  '\\textsc': '\\text{#1}',
  '\\xspace': '',
  '\\label': '\\@firstoftwo{}{#1}',
} as const

const memoLimit = 4096
const longest = 8000
const memo = new Map<string, string>()

/**
 * TeX as a MathML element with nothing beside it: no style sheet, class, colour or copy of the source. What
 * KaTeX cannot read becomes its words (`toMathWords`); it never throws. The same formula is rendered once. A
 * sign alone, as in `3$\times$` or `LLM$\times$MapReduce`, is that character: an operator would keep its distance.
 */
export function renderMathml(tex: string, display: boolean): string {
  const key = `${display ? 'd' : 'i'}${tex}`
  const known = memo.get(key)
  if (known !== undefined) return known
  const html = render(tex, display)
  if (memo.size >= memoLimit) memo.clear()
  memo.set(key, html)
  return html
}

/** The same formula as escaped words, for clients that do not draw MathML. */
export function renderMathWords(tex: string): string {
  return escapeHtml(toMathWords(tex))
}

function render(tex: string, display: boolean): string {
  if (tex.length > longest || (!display && isSign(tex))) return renderMathWords(tex)
  try {
    return toBareMathml(
      katex.renderToString(tex, {
        output: 'mathml',
        displayMode: display,
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        maxExpand: 300,
        maxSize: 10,
        macros: { ...macros },
      }),
    )
  } catch {
    return renderMathWords(tex)
  }
}

function isSign(tex: string): boolean {
  return /^\s*(?:\\[a-zA-Z]+|[^\p{L}\p{N}\\])\s*$/u.test(tex) && /^[^\p{L}\p{N}]$/u.test(toMathWords(tex))
}

/** KaTeX wraps its MathML in a span with a class and adds the TeX source as an annotation, even when not asked. */
function toBareMathml(html: string): string {
  return html
    .replace(/^<span class="katex">|<\/span>$/g, '')
    .replace(/<annotation[^>]*>[^<]*<\/annotation>/g, '')
    .replace(/<\/?semantics>/g, '')
    .replace(/ (?:class|style|id|href|mathcolor|mathbackground)="[^"]*"/g, '')
    .replace(/<mtext>\\([a-zA-Z]+)<\/mtext>/g, '<mtext>$1</mtext>')
    .replace(/<(m[a-z]+) mathvariant="([a-z-]+)">([^<]*)</g, toUnicodeVariant)
}

/** `normal` is the one variant that browsers still read; words keep their plain letters. */
function toUnicodeVariant(whole: string, element: string, variant: string, text: string): string {
  if (variant === 'normal' || variant === 'italic') return whole
  return `<${element}>${element === 'mtext' || text.includes('&') ? text : toMathAlphabet(text, variant)}<`
}
