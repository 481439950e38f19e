import { expect, test } from 'vitest'
import { joinMarkup, markup } from './markup.ts'

test('escapes text, keeps markup, joins lists and leaves out nothing', () => {
  const items = [markup`<li>${'a & b'}</li>`, markup`<li>${2}</li>`]
  expect(markup`<ul>${items}</ul>${undefined}${'<'}`.html).toBe('<ul><li>a &amp; b</li><li>2</li></ul>&lt;')
})

test('joins pieces with an escaped separator', () => {
  expect(joinMarkup([markup`a`, markup`b`], ' & ').html).toBe('a &amp; b')
})
