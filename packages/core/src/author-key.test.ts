import { expect, test } from 'vitest'
import { toAuthorKey } from './author-key.ts'

test.each([
  ['J. K. Müller', 'J.K. Muller'],
  ['J K Muller', 'j.k. müller'],
  ['Łukasz Kaiser', 'Lukasz  Kaiser'],
  ['Noah A. Smith', 'Noah A Smith'],
  ['Jean-Pierre Serre', 'Jean Pierre Serre'],
  ['Conor O’Brien', "Conor O'Brien"],
  ['Phu\u0302c Nguyê\u0303n', 'Phuc Nguyen'],
])('%s is %s', (one, other) => {
  expect(toAuthorKey(one)).toBe(toAuthorKey(other))
})

test.each([
  ['John Smith', 'Jane Smith'],
  ['J. Smith', 'John Smith'],
  ['L. I. Wei', 'Li Wei'],
  ['Wei Li', 'Li Wei'],
  ['王伟', '王偉'],
])('%s is not %s', (one, other) => {
  expect(toAuthorKey(one)).not.toBe(toAuthorKey(other))
})
