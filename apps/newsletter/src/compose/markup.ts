import { escapeHtml } from '@broadsheet/view'

/** HTML that may be inserted as it is. view's `Line` and `Prose` are Markup too. */
export type Markup = { readonly html: string }

type Value = string | number | Markup | readonly Markup[] | undefined

/** A template literal as HTML: plain values are escaped, Markup is kept, lists are joined, nothing is nothing. */
export function markup(literals: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let html = literals[0] ?? ''
  for (const [index, value] of values.entries()) html += toHtml(value) + (literals[index + 1] ?? '')
  return { html }
}

/** Pieces with a separator between them, such as links in a line. */
export function joinMarkup(pieces: readonly Markup[], separator: string): Markup {
  return { html: pieces.map(({ html }) => html).join(escapeHtml(separator)) }
}

function toHtml(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if ('html' in value) return value.html
  return value.map(({ html }) => html).join('')
}
