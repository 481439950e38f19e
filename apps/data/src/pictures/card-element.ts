import { pictureSize, theme } from '@broadsheet/view'
import type { Card } from './card.ts'
import { toDrawableText } from './drawable-text.ts'

/** A box with its CSS and what is in it, as the drawing library takes it; plain JSON. */
export type CardElement = {
  readonly type: 'div'
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>
    readonly children: string | readonly CardElement[]
  }
}

/** A card as a newspaper's front: the title large between two rules. Same card, same JSON. */
export function toCardElement(card: Card): CardElement {
  return box(
    {
      ...pictureSize,
      ...column,
      boxSizing: 'border-box',
      padding: '56px 72px 52px',
      background: paper,
      color: ink,
      fontFamily: serif,
    },
    [
      box({ height: 8, background: ink }),
      box({ height: 2, marginTop: 5, background: ink }),
      words({ marginTop: 34, fontFamily: sans, fontSize: 26, color: accent, ...oneLine }, card.kicker),
      box({ ...column, flexGrow: 1, justifyContent: 'center' }, [
        words(
          { ...toTitleSize(card.title), fontWeight: 600, lineHeight: 1.14, letterSpacing: -0.5 },
          card.title,
        ),
        ...toLines(card.lines),
      ]),
      box({ height: 2, background: ink }),
      box({ marginTop: 22, justifyContent: 'space-between', fontSize: 28 }, [
        words({ fontWeight: 600 }, card.foot[0]),
        words({ fontFamily: sans, fontSize: 26, color: quiet }, card.foot[1]),
      ]),
    ],
  )
}

const { paper, ink, quiet, accent } = {
  paper: theme.color.paper.light,
  ink: theme.color.ink.light,
  quiet: theme.color.quiet.light,
  accent: theme.color.accent.light,
}

// Letters that the first font lacks come from the next.
const serif = 'Newsreader, NewsreaderExtended, NewsreaderVietnamese, Greek, Math'
const sans = 'Franklin, FranklinExtended, Greek, Math'

const column = { flexDirection: 'column' } as const
const oneLine = {
  display: 'block',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
} as const

/** The longer a title, the smaller, so that five lines hold all but the longest. */
function toTitleSize(title: string) {
  const sizes = [
    [32, 72, 2],
    [60, 66, 3],
    [110, 54, 4],
  ] as const
  const [, fontSize, lines] = sizes.find(([length]) => title.length <= length) ?? [0, 46, 5]
  return { fontSize, ...clamp(lines) }
}

/** One line may go on over a second; several are cut at their end. */
function toLines(lines: readonly string[]): readonly CardElement[] {
  const style = { fontSize: 30, lineHeight: 1.4, color: quiet, ...(lines.length === 1 ? clamp(2) : oneLine) }
  return lines.map((line, index) => words({ ...style, marginTop: index === 0 ? 26 : 4 }, line))
}

function clamp(lines: number) {
  return { display: 'block', lineClamp: lines } as const
}

function box(
  style: CardElement['props']['style'],
  children: string | readonly CardElement[] = [],
): CardElement {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } }
}

function words(style: CardElement['props']['style'], text: string): CardElement {
  return box(style, toDrawableText(text))
}
