import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitBareLinks } from './bare-links.ts'

const known = (id: string): boolean => id === '2510.00001'

test.each([
  ['see https://a.example/b.', 'https://a.example/b'],
  ['(https://a.example/b)', 'https://a.example/b'],
  ['(see https://a.example/b_(c))', 'https://a.example/b_(c)'],
  ['https://a.example/b?c=d&e=f#g!', 'https://a.example/b?c=d&e=f#g'],
  ['**https://a.example/b**:', 'https://a.example/b'],
  ['"https://a.example/b"', 'https://a.example/b'],
  ['代码在https://a.example/b。下载', 'https://a.example/b'],
  ['https://a.example/straße', 'https://a.example/straße'],
  ['code: github.com/fold/crease', 'github.com/fold/crease'],
  ['www.a.example/b, or', 'www.a.example/b'],
  ['arXiv:2401.09999v2', 'arXiv:2401.09999v2'],
  ['(2510.00001v1)', '2510.00001v1'],
])('in %s, %s is a link', (text, link) => {
  const links = splitBareLinks(text, known).filter(({ href }) => href !== undefined)
  expect(links.map((piece) => piece.text)).toEqual([link])
})

test.each([
  '2401.09999',
  'v1.2510.00001',
  '12510.00001',
  'https://',
  'xhttps://a.example',
  'a@github.com/x',
  'http://x',
])('in %s there is no link', (text) => {
  expect(splitBareLinks(text, known)).toEqual([{ text }])
})

test('the pieces are the text', () => {
  const parts = fc.constantFrom(
    'https://',
    'a.example',
    '/b',
    '(',
    ')',
    '.',
    ' ',
    'github.com/',
    '2510.00001',
    'arXiv:',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string())), (array) => {
      const text = array.join('')
      expect(
        splitBareLinks(text, known)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
