/** A document without its items: what stands before, between and after them. */
export type Frame = { readonly head: string; readonly separator: string; readonly tail: string }
