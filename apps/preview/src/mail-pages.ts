import { escapeHtml } from '@broadsheet/view'
import { readMailHeaders } from './mail-headers.ts'
import type { Mail, MailEntry } from './read-mails.ts'

const frames = [
  { width: 'phone', scheme: 'light' },
  { width: 'desk', scheme: 'light' },
  { width: 'phone', scheme: 'dark' },
  { width: 'desk', scheme: 'dark' },
] as const

/** The page that lists every mail. */
export function renderMailList(mails: readonly MailEntry[]): string {
  const items = mails.map(
    ({ name, subject, date, kind }) =>
      `<li><a href="/_mail/${name}/">${escapeHtml(subject)}</a> <small>${escapeHtml(`${date}, ${kind}`)}</small></li>`,
  )
  const list = mails.length > 0 ? `<ul>${items.join('\n')}</ul>` : '<p>No mail has been built yet.</p>'
  return renderPage('Mails', `<p><a href="/">The site</a></p><h1>Mails</h1>${list}`)
}

/** One mail at phone and desk width, light and dark. */
export function renderMailHtml(mail: Mail): string {
  const views = frames.map(
    ({ width, scheme }) =>
      `<figure class="${width} ${scheme}"><figcaption>${width}, ${scheme}</figcaption>` +
      `<iframe sandbox src="/_mail/${mail.name}/${scheme}.html" title="${width}, ${scheme}"></iframe></figure>`,
  )
  return renderMail(mail, 'html', `<div class="frames">${views.join('\n')}</div>`)
}

/** The text part of a mail. */
export function renderMailText(mail: Mail): string {
  return renderMail(mail, 'text', `<pre>${escapeHtml(mail.text)}</pre>`)
}

/** A mail's header fields one by one, and the whole message as it goes over the wire. */
export function renderMailSource(mail: Mail): string {
  const rows = readMailHeaders(mail.source).map(
    ({ name, value }) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  )
  const source = `<pre>${escapeHtml(mail.source)}</pre>`
  return renderMail(mail, 'source', `<table>${rows.join('\n')}</table>${source}`)
}

function renderMail(mail: Mail, view: 'html' | 'text' | 'source', content: string): string {
  const links = [
    ['html', 'HTML', ''],
    ['text', 'Text', 'text/'],
    ['source', 'Source', 'source/'],
  ].map(
    ([id, words, path]) =>
      `<a href="/_mail/${mail.name}/${path}"${id === view ? ' aria-current="page"' : ''}>${words}</a>`,
  )
  const sizes = [
    ['Message', mail.source],
    ['HTML', mail.html],
    ['text', mail.text],
  ].map(([words, body]) => `${words} ${Buffer.byteLength(body ?? '').toLocaleString('en')} bytes`)
  const head =
    `<p><a href="/_mail/">All mails</a></p><h1>${escapeHtml(mail.subject)}</h1>` +
    `<p>${escapeHtml(`${mail.date}, ${mail.kind}`)}. ${sizes.join(', ')}. Gmail clips HTML at about 102,000 bytes.</p>`
  return renderPage(mail.subject, `${head}<nav aria-label="Views">${links.join(' ')}</nav>${content}`)
}

function renderPage(title: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/_mail/preview.css">
</head>
<body><main>${main}</main></body>
</html>
`
}
