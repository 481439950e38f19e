import { toExcerpt } from '@broadsheet/view'
import { type Detail, fit, htmlBudget } from './fit.ts'
import type { MailContent, MailContext, Piece } from './mail-content.ts'
import { renderFooter, renderHeader } from './mail-edges.ts'
import { toMailHeaders } from './mail-headers.ts'
import type { Message } from './message.ts'
import type { PaperRow } from './paper-row.ts'
import { withoutPlaceholders } from './personal.ts'
import { measureList, renderGroupHtml, renderGroupText } from './render-group.ts'
import { toSubject } from './subject.ts'
import { renderMail, renderRow } from './template.ts'
import { joinBlocks } from './text-part.ts'

/** How much of each paper found room, and whether the text before them did. */
export type Fitted = {
  readonly papers: readonly { readonly key: string; readonly detail: Detail }[]
  readonly intro: 'whole' | 'short'
}

// Longer than any subject that is read, and than the longest titles of real papers.
const longestSubject = 300

/** A message with what was fitted into it. */
export type Composed = { readonly message: Message; readonly fitted: Fitted }

/**
 * A digest as a Message whose HTML is fitted to `budget` bytes of UTF-8. What was compiled before is only joined
 * here, so that a reader's own variant costs little.
 */
export function toDigestMessage(context: MailContext, content: MailContent, budget = htmlBudget): Composed {
  const filled = toSubject(context.config.mail.subject, content.subject)
  const subject = withoutPlaceholders(toExcerpt(filled, longestSubject))
  const papers = content.groups.flatMap((group) => group.papers)
  const headings = content.groups.map(({ heading }) => renderRow(context.template, 'group', { heading }))
  const rest = renderHtml(context, content, { subject, intro: '', groups: headings })
  const { intro, detailOf } = fitContent(context, content, budget - Buffer.byteLength(rest))
  const { key, kind, preheader } = content
  const { html: introHtml, text: introText } = content.intro[intro]
  const groups = content.groups.map((group) => renderGroupHtml(context, group, detailOf))
  return {
    message: {
      key,
      kind,
      subject,
      preheader,
      html: renderHtml(context, content, { subject, intro: introHtml, groups }),
      text: renderText(context, content, introText, detailOf),
      headers: toMailHeaders(context.config, kind),
    },
    fitted: { papers: papers.map((paper) => ({ key: paper.view.key, detail: detailOf(paper) })), intro },
  }
}

/**
 * The introduction is whole where three lines of every paper fit beside it. Where not even all titles do, some papers
 * are in a list of links, which takes room in every group.
 */
function fitContent(context: MailContext, { intro, order, most, groups }: MailContent, room: number) {
  const papers = groups.flatMap((group) => group.papers)
  const sizes = papers.map(({ bytes }) => bytes)
  const choice = toBytes(intro.whole) + sum(sizes.map(({ lines }) => lines)) <= room ? 'whole' : 'short'
  const left = room - toBytes(intro[choice])
  const hasLists = sum(sizes.map(({ title }) => title)) > left
  const lists = hasLists ? sum(groups.map((group) => measureList(context, group))) : 0
  const details = fit(sizes, toOrder(papers, order), left - lists, most)
  const chosen = new Map(papers.map((paper, index) => [paper, details[index]]))
  const detailOf = (paper: PaperRow): Detail => chosen.get(paper) ?? 'link'
  return { intro: choice, detailOf } as const
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
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

type Body = { readonly subject: string; readonly intro: string; readonly groups: readonly string[] }

function renderHtml(context: MailContext, content: MailContent, { subject, intro, groups }: Body): string {
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
  detailOf: (paper: PaperRow) => Detail,
): string {
  const groups = content.groups.map((group) => renderGroupText(group, detailOf))
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
