import type { MailContext, Piece } from './mail-content.ts'
import { renderFooter, renderHeader } from './mail-edges.ts'
import { toMailHeaders } from './mail-headers.ts'
import { markup } from './markup.ts'
import type { Message, MessageKind } from './message.ts'
import { type PersonalAddress, placeholders } from './personal.ts'
import { renderMail, renderRow } from './template.ts'
import { joinBlocks, toAddressLines, wrapWords } from './text-part.ts'

/** The mails of a subscription's life: asked for by the reader's own acts, never part of a mailing. */
export type LetterKind = Exclude<MessageKind, 'daily' | 'weekly'>

type Letter = {
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly action?: { readonly label: string; readonly address: PersonalAddress }
  readonly reason: string
}

const letters: Readonly<Record<LetterKind, (site: string) => Letter>> = {
  confirmation: (site) => ({
    subject: `Confirm your subscription to ${site}`,
    paragraphs: [
      `Somebody, we hope you, asked us to send ${site} to this address.`,
      'Press the button and it begins. If it was not you, do nothing: no mail will follow, and this request is forgotten within a week.',
    ],
    action: { label: 'Yes, send it to me', address: 'confirm' },
    reason: `You get this mail once, because this address was entered at ${site}.`,
  }),
  welcome: (site) => ({
    subject: `Welcome to ${site}`,
    paragraphs: [
      `You are on the list. The next digest of ${site} comes to you on the day it is printed; a day without new papers is a day without mail.`,
      'You can choose topics, authors and categories, take a round-up once a week instead, or pause for a while.',
    ],
    action: { label: 'Choose what you get', address: 'preferences' },
    reason: `You get this mail because you confirmed your subscription to ${site}.`,
  }),
  goodbye: (site) => ({
    subject: `You have left ${site}`,
    paragraphs: [
      `No more mail from ${site} will come to this address, and this is the last.`,
      'Everything stays on the site and in its feeds, without a subscription. If you left by mistake, you can subscribe again there at any time.',
    ],
    reason: `You get this mail because this address was taken off the list of ${site}.`,
  }),
}

/** A letter as a Message. Its words are ours alone, and the site's title. */
export function toLetterMessage(context: MailContext, kind: LetterKind): Message {
  const { site, config, template } = context
  const { subject, paragraphs, action, reason } = letters[kind](site.title)
  const body = renderBody(context, { subject, paragraphs, reason, ...(action && { action }) })
  const browser = kind === 'welcome' ? site.url : undefined
  const edge = { title: subject, facts: '', reason, ...(browser !== undefined && { browser }) }
  const header = renderHeader(context, { title: subject, facts: site.description })
  const footer = renderFooter(context, edge)
  const preheader = paragraphs[0] ?? ''
  const html = renderMail(template, {
    title: subject,
    preheader,
    rows: [header.html, body.html],
    footer: footer.html,
  })
  const text = `${joinBlocks([header.text, body.text, footer.text])}\n`
  const key = `${kind}/${kind}`
  return { key, kind, subject, preheader, html, text, headers: toMailHeaders(config, kind) }
}

function renderBody({ template }: MailContext, { paragraphs, action }: Letter): Piece {
  const words = paragraphs.map((paragraph) => markup`<p>${paragraph}</p>`)
  const letter = renderRow(template, 'letter', { body: markup`${words}` })
  const text = paragraphs.map((paragraph) => wrapWords(paragraph))
  if (action === undefined) return { html: letter, text: joinBlocks(text) }
  const href = placeholders[action.address]
  const button = renderRow(template, 'action', { label: action.label, href })
  return { html: letter + button, text: joinBlocks([...text, toAddressLines(action.label, href)]) }
}
