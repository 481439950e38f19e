import { type Config, paths, toUrl } from '@broadsheet/view'
import { cleanHeader } from './header.ts'
import type { MessageKind } from './message.ts'
import { placeholders } from './personal.ts'

type Header = readonly [name: string, value: string]

/**
 * The header fields that say what a mail is and how to stop it, the same for every recipient but for the
 * placeholder of the leaving address. Mails before and after a subscription belong to no list.
 * @see https://www.rfc-editor.org/rfc/rfc2369
 * @see https://www.rfc-editor.org/rfc/rfc8058
 */
export function toMailHeaders(config: Config, kind: MessageKind): readonly Header[] {
  return [
    ...(kind === 'confirmation' || kind === 'goodbye' ? [] : toListHeaders(config)),
    ['Feedback-ID', toFeedbackId(config, kind)],
    ['Auto-Submitted', 'auto-generated'],
    ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
    ['Content-Language', config.language],
  ]
}

function toListHeaders(config: Config): readonly Header[] {
  return [
    ['List-Id', `${toPhrase(config.title)} <${config.mail.listId}>`],
    ...toUnsubscribeHeaders(config),
    ['List-Archive', `<${toUrl(config, paths.digests)}>`],
    ['List-Subscribe', `<${toUrl(config, paths.subscribe)}>`],
    ['List-Help', `<${toUrl(config, paths.subscribe)}>`],
  ]
}

/** One click needs a service that takes a POST; without one there is the mail to whoever reads the answers. */
function toUnsubscribeHeaders({ serviceUrl, mail }: Config): readonly Header[] {
  const byMail = `<mailto:${mail.replyTo ?? mail.from.address}?subject=unsubscribe>`
  if (serviceUrl === undefined) return [['List-Unsubscribe', byMail]]
  return [
    ['List-Unsubscribe', `<${placeholders.leave}>, ${byMail}`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
  ]
}

/** Text beyond ASCII is left to `encodeHeader`; marks that would end the phrase go. */
function toPhrase(title: string): string {
  return cleanHeader(title.replace(/[^\p{L}\p{N} &'!+-]/gu, ' '))
}

/**
 * Four fields, the last of 5 to 15 characters, that Gmail's postmaster tools count complaints by; none names a
 * recipient.
 * @see https://support.google.com/a/answer/6254652
 */
function toFeedbackId({ mail }: Config, kind: MessageKind): string {
  const sender = mail.from.address.replace(/^.*@/, '').replace(/[^a-z0-9]/gi, '')
  return `${kind}:${mail.listId.slice(0, 40)}:mail:${sender.slice(0, 15).padEnd(5, 'x')}`
}
