import type { MailContext, Piece } from './mail-content.ts'
import { type Markup, markup } from './markup.ts'
import { placeholders } from './personal.ts'
import { renderRow } from './template.ts'
import { joinBlocks, thickRule, toAddressLines, toTextHeading, wrapWords } from './text-part.ts'

type Top = { readonly title: string; readonly facts: string; readonly browser?: string }
type Bottom = { readonly reason: string; readonly browser?: string }

/** The head of a mail. The way out stands here too: it is there even where a client clips the end. */
export function renderHeader({ template, site }: MailContext, { title, facts, browser }: Top): Piece {
  const html = renderRow(template, 'header', {
    site: site.title,
    siteHref: site.url,
    title,
    facts,
    browser: browser === undefined ? markup`` : markup`<p class="facts">${toWays(browser)}</p>`,
  })
  const text = joinBlocks([
    `${toTextHeading(site.title)}\n${wrapWords(title)}\n${wrapWords(facts)}`.trimEnd(),
    browser === undefined
      ? ''
      : `${toAddressLines('View in browser', browser)}\n${toAddressLines('Unsubscribe', placeholders.leave)}`,
  ])
  return { html, text }
}

/** The end of a mail: why it came, how to stop it, and who sent it. */
export function renderFooter({ template, site }: MailContext, { reason, browser }: Bottom): Piece {
  const { name, postalAddress } = site.publisher
  const address = postalAddress ?? name
  const ways = [
    ['Unsubscribe', placeholders.leave],
    ['Preferences', placeholders.preferences],
    ['View in browser', browser ?? site.url],
  ] as const
  const isMember = browser !== undefined
  const shown = isMember ? ways : []
  const links = shown.map(([label, href]) => markup`<a href="${href}">${label}</a>`)
  const html = renderRow(template, 'footer', { reason, links: joinLinks(links), address })
  const lines = shown.map(([label, href]) => toAddressLines(label, href)).join('\n')
  return { html, text: joinBlocks([`${thickRule}\n${wrapWords(reason)}`, lines, wrapWords(address)]) }
}

function toWays(browser: string): Markup {
  return joinLinks([
    markup`<a href="${browser}">View in browser</a>`,
    markup`<a href="${placeholders.leave}">Unsubscribe</a>`,
  ])
}

function joinLinks(links: readonly Markup[]): Markup {
  return { html: links.map(({ html }) => html).join(' · ') }
}
