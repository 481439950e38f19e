/** A colour on light paper and on dark, as `#rrggbb`. */
export type SchemeColor = { readonly light: string; readonly dark: string }

/**
 * The look that site and mail share. `paper` and `surface` are grounds; `ink`, `quiet`, `accent`, `link`, `good`
 * and `bad` are for text on either; `rule` draws lines, `mark` lies behind found words, `focus` around what
 * the keyboard is on.
 */
export const theme = {
  color: {
    paper: { light: '#fbfaf6', dark: '#171614' },
    surface: { light: '#f3f0e8', dark: '#22201d' },
    ink: { light: '#1d1b18', dark: '#e9e5dc' },
    quiet: { light: '#5c5850', dark: '#aea89c' },
    rule: { light: '#d9d4c7', dark: '#3b3832' },
    accent: { light: '#8f1d21', dark: '#f2a09a' },
    link: { light: '#1b4f7e', dark: '#9cc6ee' },
    good: { light: '#2a6640', dark: '#8fcfa0' },
    bad: { light: '#93400f', dark: '#f0ab7c' },
    mark: { light: '#fbe7a3', dark: '#57480f' },
    focus: { light: '#1a62b8', dark: '#7db7ff' },
  },
} as const satisfies { readonly color: Readonly<Record<string, SchemeColor>> }
