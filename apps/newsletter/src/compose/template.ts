import { action } from './components/action.ts'
import type { Component } from './components/component.ts'
import { footer } from './components/footer.ts'
import { group } from './components/group.ts'
import { header } from './components/header.ts'
import { letter } from './components/letter.ts'
import { notice } from './components/notice.ts'
import { overview } from './components/overview.ts'
import { paper } from './components/paper.ts'
import { paperList } from './components/paper-list.ts'
import { themes } from './components/themes.ts'
import { frameSlots, renderFrame } from './frame.ts'
import { type MailStyle, toMailStyle } from './mail-style.ts'
import { compileMjml } from './mjml.ts'
import { fillSlots, parseSlots, type Slotted, type SlotValues } from './slots.ts'

/** Every component there is; the footer stands in a section of its own. */
export const components = {
  header,
  notice,
  overview,
  themes,
  group,
  paper,
  paperList,
  letter,
  action,
  footer,
} as const

type Components = typeof components
export type ComponentName = keyof Components
export type ComponentValues<Name extends ComponentName> = SlotValues<Components[Name]['slots'][number]>

type FrameSlot = (typeof frameSlots)[number]

/** The compiled frame and components: made once per process, spliced into every mail. */
export type Template = {
  readonly language: string
  readonly head: Slotted<FrameSlot>
  readonly middle: string
  readonly tail: string
  readonly rows: { readonly [Name in ComponentName]: Slotted<Components[Name]['slots'][number]> }
}

const cut = '<!--cut-->'
const mark = `<mj-raw>${cut}</mj-raw>`

/** Compiles the document with every component in it once, and cuts it at the marks between them. */
export async function compileTemplate(language: string): Promise<Template> {
  const style = toMailStyle(language)
  const names = Object.keys(components).filter((name) => name !== 'footer')
  const html = await compileMjml(renderTemplate(style))
  const pieces = new Map(
    ['head', ...names, 'middle', 'footer', 'tail'].map((name, index) => [name, html.split(cut)[index]]),
  )
  const read = <Slot extends string>(name: string, { slots }: Component<Slot>) =>
    parseSlots(pieces.get(name) ?? '', slots)
  return {
    language,
    head: parseSlots(pieces.get('head') ?? '', frameSlots),
    middle: pieces.get('middle') ?? '',
    tail: pieces.get('tail') ?? '',
    rows: {
      header: read('header', header),
      notice: read('notice', notice),
      overview: read('overview', overview),
      themes: read('themes', themes),
      group: read('group', group),
      paper: read('paper', paper),
      paperList: read('paperList', paperList),
      letter: read('letter', letter),
      action: read('action', action),
      footer: read('footer', footer),
    },
  }
}

/** One row of a mail. */
export function renderRow<Name extends ComponentName>(
  template: Template,
  name: Name,
  values: ComponentValues<Name>,
): string {
  return fillSlots<Components[Name]['slots'][number]>(template.rows[name], values)
}

/** The document around the rows, as whole mails and their sizes need it. */
export function renderMail(
  template: Template,
  mail: {
    readonly title: string
    readonly preheader: string
    readonly rows: readonly string[]
    readonly footer: string
  },
): string {
  const { title, preheader } = mail
  const head = fillSlots(template.head, { language: template.language, title, preheader })
  return head + mail.rows.join('') + template.middle + mail.footer + template.tail
}

function renderTemplate(style: MailStyle): string {
  const rows = Object.entries(components).filter(([name]) => name !== 'footer')
  const main = rows.map(([, component]) => mark + component.mjml(style)).join('') + mark
  return renderFrame(style, main, mark + footer.mjml(style) + mark)
}
