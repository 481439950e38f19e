import { foldAccents } from './fold-accents.ts'
import { toSingular } from './singular.ts'

const shortPlural = /(\p{Lu}{2})(?<=(?:^|[^\p{L}\p{N}])\p{Lu}{2})s(?![\p{L}\p{N}])/gu

/**
 * What all variants of a keyword have in common: `Test-Time Adaptations`, `test time adaptation` and
 * `Test-time adaptation (TTA)` give the same key. Differences of case, accents, plural, hyphens and spacing
 * go, and an abbreviation in parentheses whose letters the words before it spell. A key is for comparing
 * only. Empty for a keyword without letters or digits.
 */
export function toTopicKey(keyword: string): string {
  const words = foldAccents(withoutAbbreviation(keyword).replace(shortPlural, '$1'))
    .replaceAll('&', ' and ')
    .replace(/['’`"“”$*]/g, '')
    .split(/[\s_\p{Pd}]+/u)
    .filter((word) => word !== '')
    .map(toSingular)
  return words.some((word) => /[\p{L}\p{N}]/u.test(word)) ? joinWords(words) : ''
}

/** `Mixture-of-Experts (MoE)` without the parenthesis, when its letters are those of the words before it. */
export function withoutAbbreviation(keyword: string): string {
  const [whole, words = '', abbreviation = ''] =
    (keyword.includes('(') && /^(.*\S)\s*\(([\p{L}\p{N}-]{2,12})\)\s*$/u.exec(keyword)) || []
  return whole !== undefined && isSpelledBy(abbreviation, words) ? words : keyword
}

/** Words stick together, as in `fine tuning` and `finetuning`, but `3-8` is not `38`. */
function joinWords(words: readonly string[]): string {
  return words
    .join(' ')
    .replace(/(?<=\d) (?=\d)/g, '-')
    .replaceAll(' ', '')
}

/** `MoE` by `Mixture-of-Experts`: the capitals stand in the words, in order, the first one at the start. */
function isSpelledBy(abbreviation: string, words: string): boolean {
  const capitals = abbreviation.replace(/[^\p{Lu}\p{N}]/gu, '').toLowerCase()
  const letters = words.toLowerCase()
  if (capitals.length < 2 || capitals.charAt(0) !== letters.charAt(0)) return false
  let place = -1
  return [...capitals].every((capital) => {
    place = letters.indexOf(capital, place + 1)
    return place !== -1
  })
}
