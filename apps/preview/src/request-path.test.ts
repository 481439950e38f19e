import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPath, parseRequestPath } from './request-path.ts'

test.each([
  ['/', { segments: [], slash: true, query: '' }],
  ['/rss.xml', { segments: ['rss.xml'], slash: false, query: '' }],
  ['/topics/caf%C3%A9/?page=2?', { segments: ['topics', 'café'], slash: true, query: '?page=2?' }],
  ['/.well-known/security.txt', { segments: ['.well-known', 'security.txt'], slash: false, query: '' }],
])('reads %s', (target, expected) => {
  expect(parseRequestPath(target)).toEqual(expected)
})

test.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/digests/..%2f..%2fpackage.json',
  '/..%5cpackage.json',
  '//example.org/',
  '/a//b',
  '/.git/config',
  '/a%00.html',
  '/100%',
  'package.json',
  '*',
])('refuses %s', (target) => {
  expect(parseRequestPath(target)).toBeUndefined()
})

test('a path of any decoded segments is read back as it was', () => {
  const segment = fc
    .string({ minLength: 1, unit: 'grapheme' })
    .filter((text) => /^[^./\\\p{Cc}][^/\\\p{Cc}]*$/u.test(text))
  fc.assert(
    fc.property(fc.array(segment), (segments) => {
      expect(parseRequestPath(formatPath(segments))).toEqual({ segments, slash: true, query: '' })
    }),
  )
})
