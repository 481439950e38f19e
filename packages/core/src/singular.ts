const unchanged = new Set([
  ...[
    'as',
    'bias',
    'alias',
    'atlas',
    'canvas',
    'chaos',
    'cosmos',
    'ethos',
    'gas',
    'kubernetes',
    'lens',
    'news',
  ],
  ...['pandas', 'pathos', 'series', 'species', 'texas', 'whereas'],
])

// The first pattern that fits decides. What comes out is for comparing and need not be a word: `cache` and
// `caches` both give `cach`.
const endings: readonly (readonly [RegExp, string])[] = [
  [/^([cgnt]pu|menu|api|cli|emoji|gui|kpi|mri|poi|roi|taxi|wiki)s$/, '$1'],
  [/corpora$/, 'corpus'],
  [/(criteri|phenomen|automat)a$/, '$1on'],
  [/(matr|append)ices$/, '$1ix'],
  [/(ind|vert|vort)ices$/, '$1ex'],
  [/(analy|paraly|hypothe|synthe|parenthe|prosthe|diagno|progno|cri|the)ses$/, '$1sis'],
  [/(bias|alias|virus|corpus|consensus|focus)es$/, '$1'],
  [/^(lens|atlas|canvas|census|campus|status|bonus|bus|gas)es$/, '$1'],
  [/(ss|zz)es$/, '$1'],
  [/(ch|sh|x|z)es?$/, '$1'],
  [/(.{2})ies?$/, '$1y'],
  [/(ss|us|is|ias)$/, '$1'],
  [/(.{3})s$/, '$1'],
]

/**
 * A lower-case English word as it compares with its plural: `analyses` with `analysis`, `policies` with
 * `policy`, `llms` with `llm`. Words that only look like a plural (`bias`, `loss`, `corpus`, `series`) and
 * words of three letters stay.
 */
export function toSingular(word: string): string {
  if (!/[aes]$/.test(word) || unchanged.has(word)) return word
  const ending = endings.find(([pattern]) => pattern.test(word))
  return ending === undefined ? word : word.replace(...ending)
}
