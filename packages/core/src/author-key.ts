import { foldAccents } from './fold-accents.ts'

/**
 * What all spellings of a person's name have in common: `J.K. Müller`, `J. K. Muller` and `j k müller` give
 * the same key. Case, accents, dots, apostrophes and the width of spaces go; different given names stay
 * different, and so do an initial and the name it may stand for.
 */
export function toAuthorKey(name: string): string {
  return foldAccents(name)
    .replace(/['’‘`´]/g, '')
    .replace(/[.\s\p{Pd}]+/gu, ' ')
    .trim()
}
