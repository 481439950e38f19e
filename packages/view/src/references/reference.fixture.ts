import fc from 'fast-check'
import type { Person } from './person.ts'
import type { Reference } from './reference.ts'

// Every sign that TeX, BibTeX, RIS or HTML reads as its own, next to letters of several scripts.
const sign = fc.constantFrom(...'\\{}~^&%#_$<>|"\'`*+-=()[]@!?.:;/,–—“”éüßøłλ模∑𝛼')
const letter = fc.constantFrom(...'abcdeghiklmnoprstuvwxyzABDGLMNRST0123456789')
const word = fc
  .array(fc.oneof({ weight: 5, arbitrary: letter }, { weight: 1, arbitrary: sign }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((letters) => letters.join(''))
const name = fc
  .stringMatching(/^[A-ZÅØÉ][a-zéüß&'_-]{0,6}[a-zéü]$/)
  .filter((letters) => !/^and$|--|''/i.test(letters))

/** Words of letters and of signs that some format reads as its own; no two signs that TeX joins to one. */
export const text = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' ').replace(/-{2,}|`{2,}|'{2,}|(?<=[?!])`+/g, '-'))

const person: fc.Arbitrary<Person> = fc.oneof(
  fc.record(
    {
      family: name,
      given: name,
      particle: fc.constantFrom('van der', 'de', 'von'),
      suffix: fc.constantFrom('Jr.', 'III'),
    },
    { requiredKeys: ['family', 'given'] },
  ),
  fc.record({ literal: fc.tuple(name, name).map((words) => `${words.join(' and ')} Team`) }),
)

const arxiv = fc.record({
  id: fc.stringMatching(/^\d{4}\.\d{5}$/),
  doi: fc.stringMatching(/^10\.48550\/arXiv\.\d{4}\.\d{5}$/),
  pdf: fc.constant('https://arxiv.org/pdf/2510.14853'),
  category: fc.constantFrom('cs.CL', 'hep-th'),
})

/** Any reference that a digest could give. */
export const reference: fc.Arbitrary<Reference> = fc
  .record(
    {
      key: fc.stringMatching(/^[a-z]{1,9}\d{4}[a-z]{1,9}$/),
      title: text,
      authors: fc.array(person, { minLength: 1, maxLength: 5 }),
      year: fc.integer({ min: 1991, max: 2090 }),
      month: fc.integer({ min: 1, max: 12 }),
      url: fc.webUrl({ withQueryParameters: true }),
      arxiv,
      venue: text,
      abstract: text,
      keywords: fc.array(text, { maxLength: 4 }),
    },
    { requiredKeys: ['key', 'title', 'authors', 'year', 'month', 'url', 'abstract', 'keywords'] },
  )
  .map((fields) => ({ ...fields, titleParts: [{ text: fields.title }] }))
