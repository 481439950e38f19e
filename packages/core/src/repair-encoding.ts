import { type DamagedRun, hasDamage, readRuns } from './damaged-run.ts'

/** One damaged run: where it began in the text, what stood there, and what it is. */
export type EncodingRepair = {
  readonly line: number
  readonly column: number
  readonly damaged: string
  readonly repaired: string
}

type Line = { readonly text: string; readonly runs: readonly DamagedRun[] }

/**
 * Undoes UTF-8 that was read as Windows-1252 (or Latin-1) and saved again, once or several times. A run of
 * characters beyond ASCII is repaired when right text cannot hold it (see `damaged-run.ts`), or when all
 * runs of its line, or of the whole text, can be repaired and one of them right text cannot hold. Text that
 * is right comes back as it was, and repairing twice is repairing once.
 */
export function repairEncoding(text: string): string {
  const repaired = repairOnce(text)
  // Each pass makes a damaged text shorter, so this ends.
  return repaired === text ? text : repairEncoding(repaired)
}

/** The first repaired run of each line, from a text with LF line ends and what `repairEncoding` made of it. */
export function findRepairs(text: string, repaired: string): EncodingRepair[] {
  const right = repaired.split('\n')
  return text.split('\n').flatMap((line, index) => {
    const repair = findFirstRepair(line, right[index] ?? '')
    return repair === undefined ? [] : [{ line: index + 1, ...repair }]
  })
}

function repairOnce(text: string): string {
  if (!hasDamage(text)) return text
  const lines = text.split('\n').map((line): Line => ({ text: line, runs: readRuns(line) }))
  const isDamagedThroughout = isDamaged(lines.flatMap(({ runs }) => runs))
  return lines.map((line) => repairLine(line, isDamagedThroughout || isDamaged(line.runs))).join('\n')
}

/** Damage hits a whole file or a whole pasted paragraph, so one sure run speaks for its unsure neighbours. */
function isDamaged(runs: readonly DamagedRun[]): boolean {
  return runs.every(({ decoded }) => decoded !== undefined) && runs.some(({ isSure }) => isSure)
}

function repairLine({ text, runs }: Line, all: boolean): string {
  let repaired = ''
  let end = 0
  for (const { index, length, decoded, isSure } of runs) {
    if (decoded === undefined || !(all || isSure)) continue
    repaired += text.slice(end, index) + decoded
    end = index + length
  }
  return repaired + text.slice(end)
}

/** A repair leaves ASCII alone and makes one run of one run, so runs of both lines correspond by number. */
function findFirstRepair(line: string, right: string): Omit<EncodingRepair, 'line'> | undefined {
  if (line === right) return undefined
  const rightRuns = right.match(/[^\0-\u007f]+/g) ?? []
  for (const [number, match] of [...line.matchAll(/[^\0-\u007f]+/g)].entries()) {
    const repaired = rightRuns[number] ?? ''
    if (match[0] !== repaired) return { column: match.index + 1, damaged: match[0], repaired }
  }
  return undefined
}
