import type { Prose } from '@broadsheet/view'

/** Whether one of the texts is set partly in italics, so that their font is worth asking for early. */
export function hasItalics(texts: readonly (Prose | undefined)[]): boolean {
  return texts.some((text) => text?.html.includes('<em>'))
}
