import { type Detail, fit, htmlBudget } from './fit.ts'
import type { MailContent, MailContext, Piece } from './mail-content.ts'
import { renderFooter, renderHeader } from './mail-edges.ts'
import { toMailHeaders } from './mail-headers.ts'
import type { Message } from './message.ts'
import type { PaperRow } from './paper-row.ts'
import { withoutPlaceholders } from './personal.ts'
import { toSubject } from './subject.ts'
import { renderMail, renderRow } from './template.ts'
import { joinBlocks, thickRule, toTextHeading } from './text-part.ts'

/** How much of each paper found room, and whether the text before them did. */
export type Fitted = {
  readonly papers: readonly { readonly key: string; readonly detail: Detail }[]
  readonly intro: 'whole' | 'short'
}

/** A message with what was fitted into it. */
export type Composed = { readonly message: Message; readonly fitted: Fitted }

/**
 * A digest as a Message whose HTML is fitted to `budget` bytes of UTF-8. What was compiled before is only joined
 * here, so that a reader's own variant costs little.
 */
export function toDigestMessage(context: MailContext, content: MailContent, budget = htmlBudget): Composed {
  const subject = withoutPlaceholders(toSubject(context.config.mail.subject, content.subject))
  const papers = content.groups.flatMap((group) => group.papers)
  const rest = renderHtml(context, content, { subject, intro: '', toRow: () => '' })
  const { intro, detailOf } = fitContent(content, papers, budget - Buffer.byteLength(rest))
  const { key, kind, preheader } = content
  const { html: introHtml, text: introText } = content.intro[intro]
  const toRow = (paper: PaperRow) => paper.html[detailOf(paper)]
  return {
    message: {
      key,
      kind,
      subject,
      preheader,
      html: renderHtml(context, content, { subject, intro: introHtml, toRow }),
      text: renderText(context, content, introText, (paper) => paper.text(detailOf(paper))),
      headers: toMailHeaders(context.config, kind),
    },
    fitted: { papers: papers.map((paper) => ({ key: paper.view.key, detail: detailOf(paper) })), intro },
  }
}

/** The introduction is whole where three lines of every paper fit beside it. */
function fitContent({ intro, order, most }: MailContent, papers: readonly PaperRow[], room: number) {
  const sizes = papers.map(({ bytes }) => bytes)
  const lines = sizes.reduce((sum, { lines }) => sum + lines, 0)
  const choice = toBytes(intro.whole) + lines <= room ? 'whole' : 'short'
  const details = fit(sizes, toOrder(papers, order), room - toBytes(intro[choice]), most)
  const chosen = new Map(papers.map((paper, index) => [paper, details[index]]))
  const detailOf = (paper: PaperRow): Detail => chosen.get(paper) ?? 'title'
  return { intro: choice, detailOf } as const
}

function toBytes({ html }: Piece): number {
  return Buffer.byteLength(html)
}

/** Places of the papers, those named first in front. */
function toOrder(papers: readonly PaperRow[], named: readonly string[]): readonly number[] {
  const rank = new Map(named.map((key, index) => [key, index]))
  const rankOf = (index: number): number => rank.get(papers[index]?.view.key ?? '') ?? named.length
  return [...papers.keys()].sort((one, other) => rankOf(one) - rankOf(other) || one - other)
}

type Body = { readonly subject: string; readonly intro: string; readonly toRow: (paper: PaperRow) => string }

function renderHtml(context: MailContext, content: MailContent, { subject, intro, toRow }: Body): string {
  const groups = content.groups.map(
    ({ heading, papers }) => renderRow(context.template, 'group', { heading }) + papers.map(toRow).join(''),
  )
  return renderMail(context.template, {
    title: subject,
    preheader: content.preheader,
    rows: [
      renderHeader(context, content).html,
      ...content.notices.map(({ html }) => html),
      ...placeIntro(content, intro, groups),
    ],
    footer: renderFooter(context, content).html,
  })
}

function renderText(
  context: MailContext,
  content: MailContent,
  intro: string,
  toText: (paper: PaperRow) => string,
): string {
  const groups = content.groups.flatMap(({ heading, papers }) => [
    `${thickRule}\n${toTextHeading(heading)}`,
    ...papers.map(toText),
  ])
  const notices = content.notices.map(({ text }) => text)
  const blocks = [
    renderHeader(context, content).text,
    ...notices,
    ...placeIntro(content, intro, groups),
    renderFooter(context, content).text,
  ]
  return `${joinBlocks(blocks)}\n`
}

function placeIntro(
  { intro: { place } }: MailContent,
  intro: string,
  groups: readonly string[],
): readonly string[] {
  return place === 'first' ? [intro, ...groups] : [...groups, intro]
}
