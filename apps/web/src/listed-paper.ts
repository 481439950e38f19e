import { type Note, type PaperLine, type PaperView, toPaperLine } from '@broadsheet/view'
import { note, trace } from './publication.ts'

type Read = readonly [table: string, key: string]

const known = new Map<string, { readonly paper: PaperLine; readonly reads: readonly Read[] }>()

let reads = new Map<string, Read>()
const hear: Note = (table, key) => reads.set(`${table} ${key}`, [table, key])
const listing = trace(hear)

/** The paper of a key, for the many lists that show it; its texts are not made for that. */
export function findListedPaper(key: string): PaperLine {
  const found = known.get(key) ?? make(key)
  known.set(key, found)
  // Made once for all pages, and each of them is made from what it was made from.
  for (const [table, entry] of found.reads) note(table, entry)
  return found.paper
}

/** What a list shows of a paper that is shown whole elsewhere. */
export function toListedPaper(paper: PaperView): PaperLine {
  const { key, href, title, authorWords, digest, digestHref, comments } = paper
  const venue = comments?.venue
  return { key, href, title, authorWords, digest, digestHref, ...(venue !== undefined && { venue }) }
}

function make(key: string) {
  reads = new Map()
  const entry = listing.archive.papers.get(key)
  if (entry === undefined) throw new Error(`no paper has the key ${key}`)
  const paper = toPaperLine(entry, listing)
  return { paper, reads: [...reads.values()] }
}
