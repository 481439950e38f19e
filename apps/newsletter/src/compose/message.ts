/** What a mail is: a digest of a day or a week, or one of the mails of a subscription's life. */
export type MessageKind = 'daily' | 'weekly' | 'confirmation' | 'welcome' | 'goodbye'

/**
 * One mail, complete but for its recipient: rendering ends here, delivery begins here. `key` names the mailing
 * (`<slug>/daily`), `html` and `text` hold the placeholders of `personal.ts` where an address of the
 * recipient's own belongs, `headers` are the same for every recipient. Plain data: equal input, equal bytes.
 */
export type Message = {
  readonly key: string
  readonly kind: MessageKind
  readonly subject: string
  readonly preheader: string
  readonly html: string
  readonly text: string
  readonly headers: readonly (readonly [name: string, value: string])[]
}
