import { expect, test } from 'vitest'
import { theme } from './theme.ts'

const texts = ['ink', 'quiet', 'accent', 'link', 'good', 'bad'] as const
const grounds = ['paper', 'surface'] as const
const schemes = ['light', 'dark'] as const

const pairs = schemes.flatMap((scheme) =>
  texts.flatMap((text) => grounds.map((ground) => [scheme, text, ground] as const)),
)

test.each(pairs)('in %s, %s can be read on %s', (scheme, text, ground) => {
  expect(contrast(theme.color[text][scheme], theme.color[ground][scheme])).toBeGreaterThanOrEqual(4.5)
})

test.each(schemes)('in %s, marked words can be read', (scheme) => {
  expect(contrast(theme.color.ink[scheme], theme.color.mark[scheme])).toBeGreaterThanOrEqual(4.5)
})

test.each(schemes)('in %s, the focus ring stands out from the paper', (scheme) => {
  expect(contrast(theme.color.focus[scheme], theme.color.paper[scheme])).toBeGreaterThanOrEqual(3)
})

/** The contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
