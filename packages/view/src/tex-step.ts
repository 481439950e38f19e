/** What becomes of the text at a place, and where it goes on. */
export type TexStep = { readonly markdown: string; readonly end: number }

/** Reads what begins at `at`; undefined keeps it as it is. `translate` is for what lies within. */
export type TexReader = (text: string, at: number, translate: (tex: string) => string) => TexStep | undefined

/** Leaves a piece of the text as it is. */
export function keep(text: string, at: number, length: number): TexStep {
  return { markdown: text.slice(at, at + length), end: at + length }
}
