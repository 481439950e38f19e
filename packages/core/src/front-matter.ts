/** Front matter as text fields, each with its line, and the body with the 1-based line it starts on. */
export type FrontMatter = {
  readonly fields: ReadonlyMap<string, { readonly value: string; readonly line: number }>
  readonly body: string
  readonly bodyLine: number
}
