import { readFile } from 'node:fs/promises'
import { renderMailHtml, renderMailList, renderMailSource, renderMailText } from './mail-pages.ts'
import { withScheme } from './mail-scheme.ts'
import { type Mail, readMail, readMailList } from './read-mails.ts'
import { type Reply, toTextReply } from './reply.ts'
import { formatPath, type RequestPath } from './request-path.ts'

const html = 'text/html; charset=utf-8'

const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

// Mail is styled inline. A picture from elsewhere is not fetched, as a careful mail client does not.
const bodyPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"

const pages: ReadonlyMap<string, (mail: Mail) => Reply> = new Map([
  ['', (mail: Mail) => toPage(200, renderMailHtml(mail))],
  ['text/', (mail: Mail) => toPage(200, renderMailText(mail))],
  ['source/', (mail: Mail) => toPage(200, renderMailSource(mail))],
  ['light.html', (mail: Mail) => toBody(withScheme(mail.html, 'light'))],
  ['dark.html', (mail: Mail) => toBody(withScheme(mail.html, 'dark'))],
])

/** Answers `/_mail/…`: `path` begins after that. A mail is only ever found by its name in the list. */
export async function readMailPage(mails: string, path: RequestPath): Promise<Reply> {
  const [name, ...rest] = path.segments
  if (name === undefined)
    return path.slash ? toPage(200, renderMailList(await readMailList(mails))) : toSlash([])
  if (name === 'preview.css' && rest.length === 0) return readStyle()
  const mail = await readMail(mails, name)
  if (mail === undefined) return toPage(404, renderMailList(await readMailList(mails)))
  if (rest.length === 0 && !path.slash) return toSlash([name])
  const page = pages.get(`${rest.join('/')}${path.slash && rest.length > 0 ? '/' : ''}`)
  return page ? page(mail) : toPage(404, renderMailList(await readMailList(mails)))
}

async function readStyle(): Promise<Reply> {
  const style = await readFile(new URL('preview.css', import.meta.url), 'utf8')
  return toTextReply(200, 'text/css; charset=utf-8', style)
}

function toPage(status: number, page: string): Reply {
  return toTextReply(status, html, page, { 'Content-Security-Policy': pagePolicy })
}

function toBody(body: string): Reply {
  return toTextReply(200, html, body, { 'Content-Security-Policy': bodyPolicy })
}

function toSlash(segments: readonly string[]): Reply {
  return toTextReply(301, 'text/plain; charset=utf-8', '', { Location: formatPath(['_mail', ...segments]) })
}
