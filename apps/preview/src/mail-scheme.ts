const schemes = ['light', 'dark'] as const

export type Scheme = (typeof schemes)[number]

/** A mail's HTML as it looks where that colour scheme is preferred, whatever this browser prefers. */
export function withScheme(html: string, scheme: Scheme): string {
  // Not every browser hands the scheme of an iframe on to the media queries in it:
  // https://github.com/w3c/csswg-drafts/issues/7493
  const decided = schemes.reduce(
    (text, each) =>
      text.replaceAll(
        new RegExp(`\\(\\s*prefers-color-scheme\\s*:\\s*${each}\\s*\\)`, 'gi'),
        each === scheme ? '(min-width: 0)' : '(max-width: 0)',
      ),
    html,
  )
  return `${decided}<style>:root { color-scheme: ${scheme} !important }</style>`
}
