import { isSurelyDamaged } from './surely-damaged.ts'
import { toWindows1252 } from './windows-1252.ts'

/** Characters beyond ASCII that stand together: what they are if they are damage, and whether they surely are. */
export type DamagedRun = {
  readonly index: number
  readonly length: number
  readonly decoded: string | undefined
  readonly isSure: boolean
}

// The bytes 0x80 to 0xBF, which continue a character in UTF-8, as Windows-1252 or Latin-1 shows them.
const trail =
  '[\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013\\u2014\\u2018-\\u201a\\u201c-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122]'
const damaged = `[\\u00c2-\\u00df]${trail}|[\\u00e0-\\u00ef]${trail}{2}|[\\u00f0-\\u00f4]${trail}{3}`
const sequence = new RegExp(damaged, 'g')
const onlyDamaged = new RegExp(`^(?:${damaged})+$`)

const anyDamaged = new RegExp(damaged)
const plausible = /^[[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}]--[\u202a-\u202e\u2066-\u2069]]+$/v
const latinControls = /[\u0080-\u009f]/

/** A cheap test: text without such a sequence holds no damage. */
export function hasDamage(text: string): boolean {
  return anyDamaged.test(text)
}

/** All runs of characters beyond ASCII in one line, damaged or right, in order. */
export function readRuns(line: string): DamagedRun[] {
  return [...line.matchAll(/[^\0-\u007f]+/g)].map(({ 0: run, index }) => {
    const decoded = decodeRun(run)
    const isSure =
      decoded !== undefined && isSurelyDamaged(run.match(sequence) ?? [], readAround(line, index, run))
    return { index, length: run.length, decoded, isSure }
  })
}

/** The whole run as strict UTF-8, when it is that and gives characters which a text may hold. */
function decodeRun(run: string): string | undefined {
  if (!onlyDamaged.test(run)) return undefined
  const decoded = (run.match(sequence) ?? []).map(decodeSequence).join('')
  if (plausible.test(decoded)) return decoded
  // Text damaged twice may hold Latin-1 controls after the first repair, as part of the inner damage.
  return latinControls.test(decoded) && decodeRun(decoded) !== undefined ? decoded : undefined
}

const noCharacter = '\uffff'
const smallest = [0, 0, 0x80, 0x800, 0x10000] as const

/** One character of UTF-8 out of its two to four bytes; a noncharacter when that has a shorter form or is none. */
function decodeSequence(text: string): string {
  const code = [...text].reduce((bits, character, place) => {
    const byte = toWindows1252(character) ?? 0
    return place === 0 ? byte & (0x7f >> text.length) : (bits << 6) | (byte & 0x3f)
  }, 0)
  return code < (smallest[text.length] ?? 0) || code > 0x10ffff ? noCharacter : String.fromCodePoint(code)
}

// How far back a quotation is looked for that a mark may close; lines can be as long as their file.
const farthest = 200

function readAround(line: string, index: number, run: string): { before: string; after: string } {
  return { before: line.slice(Math.max(0, index - farthest), index), after: line.charAt(index + run.length) }
}
