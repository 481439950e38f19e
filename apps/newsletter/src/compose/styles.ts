import type { MailStyle, Palette } from './mail-style.ts'

/**
 * The style sheet of a mail. Where a client drops it, what MJML wrote on the elements and the client's own
 * headings, lists and links remain, and nothing is unreadable.
 */
export function renderStyles(style: MailStyle): string {
  return `:root{color-scheme:light dark}${renderShapes(style)}${renderColors(style.light)}`
}

/** What hangs on the reader's screen. A sheet of its own: a client that stumbles over it keeps the other. */
export function renderScreenStyles({ dark }: MailStyle): string {
  return `
    @media (prefers-color-scheme:dark){
      .page,.page div{background-color:${dark.paper} !important;color:${dark.ink} !important}
      ${renderColors(dark, ' !important')}
    }
    @media (max-width:479px){
      .page td{padding-left:16px !important;padding-right:16px !important}
      .page td td{padding-left:0 !important;padding-right:0 !important}
    }`
}

function renderShapes({ serif, sans, align }: MailStyle): string {
  return `
    h1,h2,h3,h4,h5,h6{font-family:${serif};line-height:1.25;font-weight:bold;margin:0 0 8px}
    h1{font-size:29px;line-height:1.15;letter-spacing:-.3px;margin:0 0 10px}
    h2{font-size:23px;margin:0 0 12px}
    h3{font-size:18px}
    h4,h5,h6{font-size:16px}
    .prose h3,.prose h4,.prose h5,.prose h6{margin-top:20px}
    .paper h3{font-size:20px;margin:0 0 6px}
    p,ul,ol,pre,table,blockquote{margin:0 0 14px}
    ul,ol{padding-${align}:22px}
    li{margin:0 0 8px}
    li p{margin:0 0 8px}
    blockquote{margin-${align}:0;padding-${align}:14px;border-${align}:3px solid}
    code,pre{font-family:Consolas,Menlo,monospace;font-size:14px}
    pre{white-space:pre-wrap}
    .prose th,.prose td{text-align:${align};padding:4px 10px 4px 0;font-size:15px}
    .facts,.by,.more,.footer p{font-family:${sans};font-size:14px;line-height:1.5}
    .by{margin:0 0 12px}
    .paper-list p{margin:0 0 6px}
    .site{font-size:24px;line-height:1;font-weight:bold;letter-spacing:-.4px;border-bottom:3px double;padding:0 0 12px;margin:0 0 24px}
    .site a,h3 a{text-decoration:none}
    .paper div{border-top:1px solid;padding-top:20px}
    .paper div div{border-top:0;padding-top:0}
    .box{border-${align}:3px solid;padding:14px 16px 1px}
    .box blockquote{border:0;padding:0}
    .footer div{border-top:3px double;padding-top:18px}`
}

function renderColors(color: Palette, strength = ''): string {
  const rules = [
    ['a', 'color', color.link],
    ['h1,h2,h3,h4,h5,h6,h3 a', 'color', color.ink],
    ['.site a,.number', 'color', color.accent],
    ['.facts,.by,.footer p,blockquote', 'color', color.quiet],
    ['.box', 'background-color', color.surface],
    ['.box', 'border-color', color.accent],
    ['.paper div,blockquote', 'border-color', color.rule],
    ['.site,.footer div', 'border-color', color.ink],
    ['.action td,.action a', 'background-color', color.ink],
    ['.action a', 'color', color.paper],
  ] as const
  // The class of the body makes each stronger than the ground of `.page div`.
  const ofPage = (selectors: string) => selectors.replace(/(^|,)/g, '$1.page ')
  return rules
    .map(([selectors, property, value]) => `${ofPage(selectors)}{${property}:${value}${strength}}`)
    .join('\n')
}
