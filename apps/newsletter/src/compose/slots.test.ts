import { expect, test } from 'vitest'
import { fillSlots, parseSlots } from './slots.ts'

test('fills text escaped and markup as it is', () => {
  const part = parseSlots('<p title="{{name}}">{{name}}{{body}}</p>', ['name', 'body'])
  expect(fillSlots(part, { name: '"<b>"', body: { html: '<i>x</i>' } })).toBe(
    '<p title="&quot;&lt;b&gt;&quot;">&quot;&lt;b&gt;&quot;<i>x</i></p>',
  )
})

test('takes a slot inside a value for text', () => {
  const part = parseSlots('{{one}} {{two}}', ['one', 'two'])
  expect(fillSlots(part, { one: '{{two}}', two: '$&' })).toBe('{{two}} $&amp;')
})

test.each([
  ['an unknown slot', '{{naem}}', 'unknown slot {{naem}}'],
  ['a missing slot', '<p></p>', 'no slot {{name}}'],
])('refuses markup with %s', (_, markup, message) => {
  expect(() => parseSlots(markup, ['name'])).toThrow(message)
})
