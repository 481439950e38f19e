import type { MailStyle } from '../mail-style.ts'

/**
 * One building block of a mail: MJML of our own, in which `{{name}}` marks each slot. It is compiled before any
 * text of an author is near, so nothing that an author writes is ever MJML.
 */
export type Component<Name extends string> = {
  readonly slots: readonly Name[]
  readonly mjml: (style: MailStyle) => string
}
