// Bytes 0x80 to 0x9F; the five that Windows-1252 leaves undefined are the control characters of Latin-1.
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const bytes = new Map([...high].map((character, index) => [character, 0x80 + index]))

/**
 * The byte that a character is in Windows-1252, or in Latin-1 where that leaves a gap or a program used
 * Latin-1 instead; undefined for a character that neither has.
 * @see https://encoding.spec.whatwg.org/#windows-1252
 */
export function toWindows1252(character: string): number | undefined {
  const code = character.charCodeAt(0)
  return code < 0x100 ? code : bytes.get(character)
}
