import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPerson, parsePerson } from './person.ts'

test.each([
  ['Guinan Su', { family: 'Su', given: 'Guinan' }],
  ['Aidan N. Gomez', { family: 'Gomez', given: 'Aidan N.' }],
  ['Laurens van der Maaten', { family: 'Maaten', given: 'Laurens', particle: 'van der' }],
  ['Benjamin Van Durme', { family: 'Van Durme', given: 'Benjamin' }],
  ['Hung Van Nguyen', { family: 'Nguyen', given: 'Hung Van' }],
  ['Iria de-Dios-Flores', { family: 'de-Dios-Flores', given: 'Iria' }],
  ["Marie d'Alembert", { family: "d'Alembert", given: 'Marie' }],
  ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['Robert Downey, Jr.', { family: 'Downey', given: 'Robert', suffix: 'Jr.' }],
  ['William H. Gates III', { family: 'Gates', given: 'William H.', suffix: 'III' }],
  ['danah boyd', { family: 'boyd', given: 'danah' }],
  ['Ji-Rong   Wen', { family: 'Wen', given: 'Ji-Rong' }],
])('splits %s where its family name begins', (name, person) => {
  expect(parsePerson(name)).toEqual(person)
})

test.each([
  'Qwen Team',
  'The ATLAS Collaboration',
  'OpenAI',
  'DeepSeek-AI',
  'Mistral AI',
  'GLM-4.5 Team',
  '王小明',
])('keeps %s whole', (name) => {
  expect(parsePerson(name)).toEqual({ literal: name })
})

test('a name written given name first is the name it was read from', () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ÿ'.-]{1,8}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const name = words.join(' ')
      expect(formatPerson(parsePerson(name), 'given first')).toBe(name)
    }),
  )
})

test('puts the family name first for sorting', () => {
  expect(formatPerson(parsePerson('Laurens van der Maaten'), 'family first')).toBe('van der Maaten, Laurens')
  expect(formatPerson(parsePerson('Robert Downey, Jr.'), 'family first')).toBe('Downey, Robert, Jr.')
  expect(formatPerson(parsePerson('Qwen Team'), 'family first')).toBe('Qwen Team')
})
