import { decodeTexLetters } from './tex-letters.ts'

// What publishers hang on names: links, notes, affiliations, emphasis, and TeX's spaces that hold.
const marks: readonly (readonly [RegExp, string])[] = [
  [/\[([^[\]]*)\]\([^()\s]*\)/g, '$1'],
  [/\[\^[^[\]\s]{1,8}\]/g, ''],
  [/\$\s*\^\{?[^${}]{1,12}\}?\s*\$/g, ''],
  [/\\textsuperscript\{[^{}]{0,12}\}/g, ''],
  [/<sup>[^<>]{0,20}<\/sup>/gi, ''],
  [/\\?[*†‡§¶∗]/g, ''],
  [/[¹²³⁰⁴-⁹]+(?=\s*(?:[,;，；]|$))/g, ''],
  [/(?<=[\p{L}.])~(?=\p{L})/gu, ' '],
]

/**
 * A list of names as its people write them, so that every page, feed and reference has the same: `Jos\'e` is
 * `José`, and marks of affiliation (`$^{1}$`, `*`), links and emphasis are gone. Doing it twice is doing it once.
 */
export function toPlainNames(list: string): string {
  const plain = marks.reduce((text, [mark, words]) => text.replace(mark, words), decodeTexLetters(list))
  return plain === list ? list : toPlainNames(plain)
}
