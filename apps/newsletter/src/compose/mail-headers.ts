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
export function toMailHeaders(config: Config, kind: MessageKind, key: string): readonly Header[] {
  return [
    ...(kind === 'confirmation' || kind === 'goodbye' ? [] : toListHeaders(config)),
    ['Feedback-ID', toFeedbackId(config, kind, key)],
    ['Auto-Submitted', 'auto-generated'],
    ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
    ['Content-Language', config.language],
  ]
}

function toListHeaders(config: Config): readonly Header[] {
  const { address } = config.mail.replyTo === undefined ? config.mail.from : { address: config.mail.replyTo }
  return [
    ['List-Id', `${toPhrase(config.title)} <${config.mail.listId}>`],
    ['List-Unsubscribe', `<${placeholders.leave}>, <mailto:${address}?subject=unsubscribe>`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['List-Archive', `<${toUrl(config, paths.digests)}>`],
    ['List-Subscribe', `<${toUrl(config, paths.subscribe)}>`],
    ['List-Help', `<${toUrl(config, paths.subscribe)}>`],
  ]
}

/** Text beyond ASCII is left to `encodeHeader`; marks that would end the phrase go. */
function toPhrase(title: string): string {
  return cleanHeader(title.replace(/[^\p{L}\p{N} &'!+-]/gu, ' '))
}

/** Four fields that Gmail's postmaster tools count complaints by; none may name a recipient. */
function toFeedbackId(config: Config, kind: MessageKind, key: string): string {
  const word = (text: string) => text.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, 60)
  return `${word(key)}:${kind}:mail:${word(config.mail.listId)}`
}
