import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMarks, mergeMarks, noMarks, parseMarks, toggleRead, toggleStar } from './marks.ts'

const star = { title: 'Ties between papers', href: '/papers/2510.00001/' }

test('marks a paper read, and takes the mark back', () => {
  const once = toggleRead(noMarks, '2510.00001')
  expect([...once.read]).toEqual(['2510.00001'])
  expect(toggleRead(once, '2510.00001')).toEqual(noMarks)
})

test('stars a paper with its title, and takes the star back', () => {
  const once = toggleStar(noMarks, '2510.00001', star)
  expect(once.stars.get('2510.00001')).toEqual(star)
  expect(toggleStar(once, '2510.00001', star)).toEqual(noMarks)
})

test('joins the marks of two browsers', () => {
  const one = toggleRead(noMarks, 'a')
  const other = toggleStar(toggleRead(noMarks, 'b'), 'c', star)
  expect(mergeMarks(one, other)).toEqual({ read: new Set(['a', 'b']), stars: new Map([['c', star]]) })
})

test.each(['', 'null', '[]', '{"version":2,"read":[]}', '{"read":["a"]}'])(
  'takes %j for no marks',
  (text) => {
    expect(parseMarks(text)).toBeUndefined()
  },
)

test('leaves out what is no mark, and stars that lead elsewhere', () => {
  const stars = [
    { key: 'a', title: 'A', href: 'https://elsewhere.example/' },
    { key: 'b', title: 'B', href: '//elsewhere.example/' },
    { key: 'c', title: 'C', href: 'javascript:alert(1)' },
    { key: 'd', title: 'D' },
    { key: 'e', ...star },
  ]
  const marks = parseMarks(JSON.stringify({ version: 1, read: ['a', 1, null], stars }))
  expect(marks).toEqual({ read: new Set(['a']), stars: new Map([['e', star]]) })
})

test('reads back what it wrote', () => {
  const path = fc.string().map((text) => `/papers/${encodeURIComponent(text)}/`)
  const marks = fc.record(
    {
      read: fc.array(fc.string()).map((keys) => new Set(keys)),
      stars: fc
        .array(
          fc.tuple(fc.string(), fc.record({ title: fc.string(), href: path }, { noNullPrototype: true })),
        )
        .map((entries) => new Map(entries)),
    },
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(marks, (value) => {
      expect(parseMarks(formatMarks(value))).toEqual(value)
    }),
  )
})

test('any text never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseMarks(text)))
})
