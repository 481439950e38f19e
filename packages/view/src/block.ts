/** One of a family of nodes told apart by `kind`; `Fields` says what each kind holds. */
export type NodeOf<Fields, Kind extends keyof Fields = keyof Fields> = {
  [K in Kind]: { readonly kind: K } & Readonly<Fields[K]>
}[Kind]

export type Emphasis = 'em' | 'strong' | 's'

/**
 * What inlines hold. Math keeps its TeX. `paper` is the number of a paper of the same digest that a link
 * leads to; `bare` says that the link's words are an address rather than the author's.
 */
export type InlineFields = {
  text: { text: string }
  code: { text: string }
  math: { tex: string }
  break: object
  em: { children: readonly Inline[] }
  strong: { children: readonly Inline[] }
  s: { children: readonly Inline[] }
  link: { href: string; paper?: number; bare: boolean; children: readonly Inline[] }
}

export type Align = 'left' | 'center' | 'right'

/** What blocks hold. A heading's `level` is the one of its channel; a list without `start` is a bulleted one. */
export type BlockFields = {
  paragraph: { children: readonly Inline[] }
  heading: { level: number; children: readonly Inline[] }
  list: { start?: number; tight: boolean; items: readonly (readonly Block[])[] }
  quote: { blocks: readonly Block[] }
  code: { text: string }
  math: { tex: string }
  rule: object
  table: {
    align: readonly (Align | undefined)[]
    head: readonly (readonly Inline[])[]
    rows: readonly (readonly (readonly Inline[])[])[]
  }
}

/** A text as its reader sees it, in no channel yet: TeX translated, links safe, leftover marks paired. */
export type Block = NodeOf<BlockFields>

export type Inline = NodeOf<InlineFields>
