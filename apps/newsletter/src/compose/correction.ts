import type { DigestLink, DigestView, Line } from '@broadsheet/view'
import { countPapers } from './count-papers.ts'
import type { MailContext, Piece } from './mail-content.ts'
import { type Markup, markup } from './markup.ts'
import { toPiece } from './piece.ts'
import { joinBlocks, toTextHeading, wrapWords } from './text-part.ts'

/** A digest that was mailed and has changed since, with the papers that changed in it, if any did by themselves. */
export type Correction = { readonly digest: DigestLink; readonly papers: readonly Line[] }

// Whoever changes many digests at once, a new spelling of a name say, does not send a mail about it.
const mostDigests = 3
const mostTitles = 8

/**
 * What has changed since the digest before this one was mailed: older digests of the same category whose last
 * change lies between the two, the newest of them where they are many. What changed before was told before, and what
 * changes later will be.
 */
export function toCorrections(view: DigestView, olderFirst: readonly DigestView[]): readonly Correction[] {
  const older = olderFirst.filter(
    ({ category, published }) => category?.id === view.category?.id && published < view.published,
  )
  const since = older.at(-1)?.published
  if (since === undefined) return []
  return older
    .filter(({ published, updated }) => updated > published && updated > since && updated <= view.published)
    .slice(-mostDigests)
    .map(({ slug, href, title, date, dateWords, papers }) => ({
      digest: { slug, href, title, date, dateWords },
      papers: papers
        .filter(({ published, updated }) => updated > published && updated > since)
        .map(({ title }) => title),
    }))
}

/** The block that says so in the next mail. */
export function renderCorrection(context: MailContext, { digest, papers }: Correction): Piece {
  const lead = 'We have changed the digest of'
  const rest = papers.length > mostTitles ? ` and ${countPapers(papers.length - mostTitles, 'more')}` : ''
  const titles = papers.slice(0, mostTitles)
  const named = papers.length === 0 ? markup`` : markup` Changed: ${joinTitles(titles)}${rest}.`
  const body = markup`<p><strong>Correction.</strong> ${lead} <a href="${digest.href}">${digest.dateWords}</a> since we sent it.${named}</p>`
  const changed = papers.length === 0 ? '' : ` Changed: ${titles.map(({ text }) => text).join('; ')}${rest}.`
  const words = wrapWords(`${lead} ${digest.dateWords} since we sent it.${changed}`)
  return toPiece(
    context,
    'notice',
    { body },
    joinBlocks([toTextHeading('Correction'), `${words}\n  ${digest.href}`]),
  )
}

function joinTitles(titles: readonly Line[]): Markup {
  return { html: titles.map(({ html }) => `<em>${html}</em>`).join('; ') }
}
