import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortDiagnostics } from './diagnostics.ts'
import { parseDigest } from './parse-digest.ts'
import { Digest } from './schema.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const snippet = fc.constantFrom(
  '---\n',
  'title: T\n',
  'date: 2025-10-16\n',
  'permalink: /digests/one\n',
  '# Paper\n\n',
  '## TL;DR\n\n',
  '## Critique\n\n',
  '### Strengths\n\n',
  '**Weaknesses:** ',
  'Authors: A, B\n\n',
  'Paper link: https://arxiv.org/abs/2510.00001v1\n\n',
  'Total papers: 3 , Selected papers: 2\n\n',
  '```\n',
  '$$\n',
  '> ',
  '- ',
  '[a]: https://example.org\n',
  'Ã—',
  '\u0000',
  '\r\n',
  '\\(x',
  '|---|\n',
)

test('no bytes make it throw, and what it gives is a valid Digest', () => {
  const texts = fc.array(snippet, { maxLength: 30 }).map((parts) => encode(parts.join('')))
  const whole = fc
    .array(snippet, { maxLength: 20 })
    .map((parts) =>
      encode(
        `---\ntitle: T\ndate: 2025-10-16\npermalink: /digests/one\n---\n${parts.join('').replaceAll('\u0000', '')}`,
      ),
    )
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), texts, whole), (bytes) => {
      const { digest, diagnostics } = parseDigest({ file: 'one.md', bytes })
      if (digest === undefined) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
      else expect(Digest.safeParse(digest).error).toBeUndefined()
    }),
    { numRuns: 1000 },
  )
})

test('every finding of a file stands at a line that the file has', () => {
  const file = '---\ntitle: T\ndate: 2025-10-16\n---\n\n## TL;DR\n\n# P\n\n## Odd\n'
  const { diagnostics } = parseDigest({ file: 'one.md', bytes: encode(file) })
  expect(sortDiagnostics(diagnostics).map(({ line, code }) => `${line} ${code}`)).toEqual([
    '1 permalink-missing',
    '6 tldr-empty',
    '8 paper-link-missing',
    '8 paper-without-authors',
    '10 section-empty',
    '10 section-unknown',
  ])
})
