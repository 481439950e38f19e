import type { Config, SiteView } from '@broadsheet/view'
import type { Detail } from './fit.ts'
import type { MessageKind } from './message.ts'
import type { PaperRow } from './paper-row.ts'
import type { SubjectParts } from './subject.ts'
import type { Template } from './template.ts'

/** What every mail of a publication is composed with. */
export type MailContext = { readonly template: Template; readonly config: Config; readonly site: SiteView }

/** A piece of a mail in both of its parts: rows of HTML, and plain text. */
export type Piece = { readonly html: string; readonly text: string }

/** Papers under a heading. */
export type PaperGroup = { readonly heading: string; readonly papers: readonly PaperRow[] }

/**
 * A digest, or several, as a mail shows it before anything is fitted. `facts` is the line under the title;
 * `browser` leads to the same on the site. `intro` is what the whole is about, whole or short where there
 * is no room, before the papers or after them; `order` are the keys of papers that come first when room is shared out.
 */
export type MailContent = {
  readonly key: string
  readonly kind: MessageKind
  readonly subject: SubjectParts
  readonly preheader: string
  readonly title: string
  readonly facts: string
  readonly browser: string
  readonly reason: string
  readonly notices: readonly Piece[]
  readonly intro: { readonly whole: Piece; readonly short: Piece; readonly place: 'first' | 'last' }
  readonly groups: readonly PaperGroup[]
  readonly order: readonly string[]
  /** More of a paper than this is not wanted, room or not. */
  readonly most: Detail
}
