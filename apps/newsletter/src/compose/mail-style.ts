import { theme } from '@broadsheet/view'

type ColorName = keyof typeof theme.color

/** The site's colours of one scheme. */
export type Palette = Readonly<Record<ColorName, string>>

/** What the look of a mail is made of: the site's tokens and the reading direction. Lengths are in pixels. */
export type MailStyle = {
  readonly light: Palette
  readonly dark: Palette
  readonly serif: string
  readonly sans: string
  readonly direction: 'ltr' | 'rtl'
  readonly align: 'left' | 'right'
  readonly width: string
  readonly space: string
}

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** The look of mails in a language (BCP 47), which decides the side that lines begin on. */
export function toMailStyle(language: string): MailStyle {
  const isRightToLeft = rightToLeft.has(new Intl.Locale(language).maximize().script ?? '')
  return {
    light: toPalette('light'),
    dark: toPalette('dark'),
    // Installed nearly everywhere: a mail loads no font.
    serif: "Georgia,'Times New Roman',serif",
    sans: '-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif',
    direction: isRightToLeft ? 'rtl' : 'ltr',
    align: isRightToLeft ? 'right' : 'left',
    width: '640px',
    space: '24px',
  }
}

function toPalette(scheme: 'light' | 'dark'): Palette {
  const { paper, surface, ink, quiet, rule, accent, link, good, bad, mark, focus } = theme.color
  return {
    paper: paper[scheme],
    surface: surface[scheme],
    ink: ink[scheme],
    quiet: quiet[scheme],
    rule: rule[scheme],
    accent: accent[scheme],
    link: link[scheme],
    good: good[scheme],
    bad: bad[scheme],
    mark: mark[scheme],
    focus: focus[scheme],
  }
}
