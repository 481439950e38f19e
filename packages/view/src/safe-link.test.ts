import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeLink } from './safe-link.ts'

test.each([
  ['https://a.example/b', 'https://a.example/b'],
  ['http://a.example', 'http://a.example/'],
  ['http://arxiv.org/abs/2510.00001', 'https://arxiv.org/abs/2510.00001'],
  ['http://export.arxiv.org/abs/2510.00001', 'https://export.arxiv.org/abs/2510.00001'],
  ['http://notarxiv.org/', 'http://notarxiv.org/'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  [' https://a.example/"<>', 'https://a.example/%22%3C%3E'],
])('%s may be linked', (address, href) => {
  expect(safeLink(address)).toBe(href)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://a.example',
  '//a.example',
  '/a',
  'a',
  '',
  'https://arxiv.org@a.example/',
])('%s stays text', (address) => {
  expect(safeLink(address)).toBeUndefined()
})

test('what may be linked stays so, and holds nothing that ends an attribute', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string()), (address) => {
      const href = safeLink(address)
      if (href === undefined) return
      expect(safeLink(href)).toBe(href)
      expect(href).toMatch(/^(https?|mailto):[^"<>\s]+$/)
    }),
  )
})
