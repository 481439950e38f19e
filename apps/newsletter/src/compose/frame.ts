import type { MailStyle } from './mail-style.ts'
import { renderScreenStyles, renderStyles } from './styles.ts'

/** The slots of the document around the rows of a mail. */
export const frameSlots = ['language', 'title', 'preheader'] as const

/**
 * The MJML document of a mail whose rows are given: one column of at most 640 pixels, for Outlook inside the
 * ghost tables that MJML draws.
 */
export function renderFrame(style: MailStyle, main: string, footer: string): string {
  const { light, serif, direction, width } = style
  return `
<mjml lang="{{language}}" dir="${direction}">
  <mj-head>
    <mj-title>{{title}}</mj-title>
    <mj-preview>{{preheader}}</mj-preview>
    <mj-raw>
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
    </mj-raw>
    <mj-attributes>
      <mj-all font-family="${serif}" />
      <mj-text font-size="17px" line-height="1.5" color="${light.ink}" />
      <mj-section padding="0" direction="${direction}" />
      <mj-column direction="${direction}" />
    </mj-attributes>
    <mj-style>${renderStyles(style)}</mj-style>
    <mj-raw><style>${renderScreenStyles(style)}</style></mj-raw>
  </mj-head>
  <mj-body css-class="page" width="${width}" background-color="${light.paper}">
    <mj-raw><div role="main"></mj-raw>
    <mj-section><mj-column>${main}</mj-column></mj-section>
    <mj-raw></div><div role="contentinfo"></mj-raw>
    <mj-section><mj-column>${footer}</mj-column></mj-section>
    <mj-raw></div></mj-raw>
  </mj-body>
</mjml>`
}
