import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findRepairs, repairEncoding } from './repair-encoding.ts'

const nbsp = '\u00a0'

/** What a program makes of UTF-8 that it reads as Windows-1252, undefined bytes as Latin-1 controls. */
function damage(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))
}

describe('repairs', () => {
  test.each([
    '1.6× fewer',
    'H×W and m×n',
    '3 × 4',
    '(a)×(b)',
    '≤',
    'a ≈ b',
    'x → y',
    '— and – and …',
    'the λ parameter',
    'factor (γ)',
    'π_θ(a | q)',
    '2π',
    'R² = 0.9',
    '5 °C',
    '±0.3',
    '100 µm',
    '5\u00a0%',
    'the end.\u00a0 Next',
    ...'Müller Rényi Gödel Özdemir Åke José café École cœur Erdős Łukasz Żuk są Święty Şerban și Nguyễn Trần Đỗ İstanbul Ünal Þór'.split(
      ' ',
    ),
    ...'naïve Zoë Ελλάδα Привет мир'.split(' '),
    'São Paulo',
    'À la carte',
    'Ivana Đorđević',
    '架构',
    '日本語',
    '한국어',
    'हिन्दी',
    '🧠 🔄',
    'a ≥ b',
    '“quoted”',
    'it’s',
    '‘single’',
    '™',
    '© 2025',
    '∞',
    '✓',
    'ﬁne',
    '𝔸',
    '€5',
    '£5',
    '¼',
    '½ cup',
  ])('%s', (text) => {
    expect(damage(text)).not.toBe(text)
    expect(repairEncoding(damage(text))).toBe(text)
    expect(repairEncoding(damage(damage(text)))).toBe(text)
  })

  test('a run in the middle of right text, and nothing but it', () => {
    expect(repairEncoding('“right” — 1.6Ã— faster, naïve')).toBe('“right” — 1.6× faster, naïve')
  })

  test('Latin-1 as well as Windows-1252', () => {
    expect(repairEncoding('a \u00e2\u0080\u0094 b')).toBe('a — b')
  })

  test('a damaged byte order mark', () => {
    expect(repairEncoding('ï»¿---')).toBe('\ufeff---')
  })

  test('what right text might hold, when its whole line is damaged', () => {
    expect(repairEncoding('right —\nLLMÃ—MapReduce â€” new')).toBe('right —\nLLM×MapReduce — new')
  })

  test('what right text might hold, when the whole text is damaged', () => {
    expect(repairEncoding('LLMÃ—MapReduce\na â€” b')).toBe('LLM×MapReduce\na — b')
  })
})

describe('leaves alone', () => {
  test('damage that would become invisible or turn text around', () => {
    expect(repairEncoding(damage('a\u202eb'))).toBe(damage('a\u202eb'))
  })

  test('bytes that are no shortest form, a surrogate or beyond Unicode', () => {
    for (const text of ['à€€Ã©', 'í\u00a0€Ã©', 'ô\u0090€€Ã©']) expect(repairEncoding(text)).toBe(text)
  })

  test('French around damage', () => {
    const line = `«${nbsp}été${nbsp}» et CAFÉ${nbsp}! `
    expect(repairEncoding(`${line}1.6Ã—`)).toBe(`${line}1.6×`)
  })
})

const words = fc.constantFrom(
  ...[
    'café',
    'été',
    'voilà',
    'naïve',
    'groß',
    'Fuß',
    'Äpfel',
    'São',
    'manhã',
    'irmã',
    'está',
    'Bogotá',
    'señor',
  ],
  ...[
    'též',
    'kříž',
    'béž',
    'Úžas',
    'níž',
    'hâlâ',
    'İzmir',
    'şeker',
    'Łódź',
    'są',
    'på',
    'ø',
    'Þór',
    'með',
    'perché',
  ],
  ...[
    'Việt',
    'Nguyễn',
    'tiếng',
    'Ελλάδα',
    'Москва',
    'שלום',
    'مرحبا',
    'हिन्दी',
    '架构',
    'かな',
    '한국',
    '🧠',
    'plain',
    'Å',
    'Zoë',
  ],
)
const opening = fc.constantFrom('', '', '“', '‘', '«', '„', `«${nbsp}`, '(', '—', '¿')
const closing = fc.constantFrom(
  '',
  '',
  '”',
  '’',
  '»',
  '“',
  `${nbsp}»`,
  '…',
  '”…',
  '…”',
  '’s',
  ',',
  ')—',
  '²',
  '™',
  `${nbsp}!`,
  '—',
)
const rightWord = fc
  .tuple(opening, words, closing, fc.boolean())
  .map(([open, word, close, loud]) => `${open}${loud ? word.toUpperCase() : word}${close}`)
const rightText = fc
  .array(fc.oneof(rightWord, fc.constantFrom('2×–3×', '20 Å²', '5 °C', '±0.3', '$5–$10', '\n')), {
    maxLength: 30,
  })
  .map((parts) => parts.join(' '))

test('text that is right in any of these languages comes back as it was', () => {
  fc.assert(
    fc.property(rightText, (text) => {
      expect(repairEncoding(text)).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

test('right text comes back from damage, once and twice over', () => {
  fc.assert(
    fc.property(rightText, (text) => {
      const sure = `${text} — the end`
      expect(repairEncoding(damage(sure))).toBe(sure)
      expect(repairEncoding(damage(damage(sure)))).toBe(sure)
    }),
    { numRuns: 1000 },
  )
})

const risky = fc
  .array(fc.constantFrom(...'ÃÂÅÉÎâéàáïð×ßcontA1 »”“—…’€™²¼œžŸ\u0081\u008d\u00a0\u00ad\n'), { maxLength: 40 })
  .map((all) => all.join(''))

test('repairing twice is repairing once', () => {
  fc.assert(
    fc.property(fc.oneof(risky, fc.string({ unit: 'binary' })), (text) => {
      const once = repairEncoding(text)
      expect(repairEncoding(once)).toBe(once)
    }),
    { numRuns: 5000 },
  )
})

test('ASCII, and the number of lines, are never touched', () => {
  fc.assert(
    fc.property(risky, (text) => {
      expect(repairEncoding(text).replace(/[^\0-\u007f]/g, '')).toBe(text.replace(/[^\0-\u007f]/g, ''))
    }),
  )
})

test('the first repaired run of a line is found with its place in the damaged text', () => {
  const text = 'fine —\n“x” 1.6Ã— and â€” and Ãƒâ€”'
  expect(findRepairs(text, repairEncoding(text))).toEqual([
    { line: 2, column: 8, damaged: 'Ã—', repaired: '×' },
  ])
})

test('a long line, all damage or all doubt, takes no more than a moment', () => {
  const start = performance.now()
  for (const part of ['Ã—â€” é» ', 'Î» ', 'Ã… ', 'é»… ']) repairEncoding(part.repeat(250_000 / part.length))
  expect(performance.now() - start).toBeLessThan(5000)
})
