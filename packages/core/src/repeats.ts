import { compareText } from './compare-text.ts'
import type { ReportOf } from './diagnostics.ts'
import { toPaperKey } from './paper-key.ts'
import { quote } from './quote.ts'
import type { Digest, Paper } from './schema.ts'

/**
 * The digests in order of their files, without those whose address an earlier one has and without the second
 * place of a paper in its digest. Reports both, and two digests of one category on one date.
 */
export function dropRepeats(digests: readonly Digest[], reportOf: ReportOf): Digest[] {
  const bySlug = new Map<string, Digest>()
  const byDay = new Map<string, Digest>()
  return digests
    .toSorted((a, b) => compareText(a.source.file, b.source.file))
    .filter((digest) => isFirstAtAddress(digest, bySlug, reportOf))
    .map((digest) => {
      reportSameDay(digest, byDay, reportOf)
      return dropPapersTwice(digest, reportOf)
    })
}

/** Addresses that differ only in case are one file on many disks. */
function isFirstAtAddress(digest: Digest, bySlug: Map<string, Digest>, reportOf: ReportOf): boolean {
  const address = digest.slug.toLowerCase()
  const first = bySlug.get(address)
  if (first === undefined) {
    bySlug.set(address, digest)
    return true
  }
  reportOf(digest.source.file)({
    code: 'permalink-duplicate',
    line: 1,
    message: `The permalink ${quote(digest.permalink)} gives the same address as that of ${quote(first.source.file)}; only that digest is published.`,
    hint: 'Give one of the two another permalink, or delete one of the files.',
  })
  return false
}

function reportSameDay(digest: Digest, byDay: Map<string, Digest>, reportOf: ReportOf): void {
  const day = `${digest.date} ${digest.category ?? ''}`
  const first = byDay.get(day)
  if (first === undefined) {
    byDay.set(day, digest)
    return
  }
  const what = digest.category === undefined ? 'without a category' : `of ${quote(digest.category)}`
  reportOf(digest.source.file)({
    code: 'digest-same-day',
    line: 1,
    message: `This is the second digest ${what} on ${digest.date}, after ${quote(first.source.file)}.`,
    hint: 'Correct the `date` or the `category` of one of the two, or make one digest of them.',
  })
}

function dropPapersTwice(digest: Digest, reportOf: ReportOf): Digest {
  const byKey = new Map<string, Paper>()
  const papers = digest.papers.filter((paper) => {
    const key = toPaperKey(paper)
    const first = byKey.get(key)
    if (first === undefined) {
      byKey.set(key, paper)
      return true
    }
    reportOf(digest.source.file)({
      code: 'paper-twice',
      line: paper.line,
      message: `Paper ${quote(paper.title)} is in this digest already, at line ${first.line}; only that place is shown.`,
      hint: 'Delete one of the two.',
    })
    return false
  })
  return papers.length === digest.papers.length ? digest : { ...digest, papers }
}
