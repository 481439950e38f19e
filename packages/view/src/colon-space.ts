/**
 * Puts the space that is missing after a colon in a title: `the Fly:Continuous` is `the Fly: Continuous`.
 * Ratios (`16:9`, `A:B`), `a::b`, addresses and titles with code are left alone.
 */
export function spaceAfterColon(title: string): string {
  if (!title.includes(':') || title.includes('`')) return title
  return title.replace(/(?<=[\p{Ll}\p{N})\]”’"$*]):(?=\p{Lu})|(?<=\p{L}\p{Lu}):(?=\p{Lu}[\p{Ll} ])/gu, ': ')
}
