/** The links met while a text was rendered, in order; `[1]` is the first. Filled by `Prose.numbered`. */
export type LinkNotes = string[]

/** One line, such as a title: HTML of its channel, and plain text where no markup may stand. */
export type Line = { readonly html: string; readonly text: string }

/**
 * A text of one or more blocks. `html` is HTML of its channel, safe to insert as it is; `text` is plain
 * text with blank lines between blocks and without addresses; `numbered` is plain text wrapped at
 * `columns` whose links are numbers into `notes`, to which it appends. All three are made when first read.
 */
export type Prose = {
  readonly markdown: string
  readonly html: string
  readonly text: string
  readonly numbered: (notes: LinkNotes, columns: number) => string
}
