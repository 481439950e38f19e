import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderBibtex } from './bibtex.ts'
import { reference } from './reference.fixture.ts'
import type { Reference } from './reference.ts'

const rewiring: Reference = {
  key: 'su2025rewiring',
  title: 'λ-Routing: 50% fewer FLOPs with MoE',
  titleParts: [{ tex: 'λ' }, { text: '-Routing: 50% fewer FLOPs with MoE' }],
  authors: [
    { family: 'Su', given: 'Guinan' },
    { family: 'Maaten', given: 'Laurens', particle: 'van der' },
    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
    { literal: 'Arts and Sciences Team' },
  ],
  year: 2025,
  month: 10,
  url: 'https://arxiv.org/abs/2510.14853',
  arxiv: { id: '2510.14853', doi: '10.48550/arXiv.2510.14853', pdf: '', category: 'cs.CL' },
  venue: 'Findings of R&D 2026',
  abstract: '',
  keywords: [],
}

test('writes the fields that arXiv asks for, every author in order, and keeps capitals', () => {
  expect(renderBibtex([rewiring])).toBe(`@misc{su2025rewiring,
  title         = {{$\\lambda$}-Routing: 50\\% fewer {FLOPs} with {MoE}},
  author        = {Su, Guinan and van der Maaten, Laurens and King, Jr., Martin Luther and {Arts and Sciences Team}},
  year          = {2025},
  month         = oct,
  eprint        = {2510.14853},
  archivePrefix = {arXiv},
  primaryClass  = {cs.CL},
  doi           = {10.48550/arXiv.2510.14853},
  note          = {Findings of R\\&D 2026},
  url           = {https://arxiv.org/abs/2510.14853},
}
`)
})

const titleOf = (...titleParts: Reference['titleParts']) =>
  /title += \{(.*)\},\n/.exec(renderBibtex([{ ...rewiring, titleParts }]))?.[1]

test.each([
  [{ tex: 'α x^{2}' }, '{$\\alpha x^{2}$}'],
  [{ tex: 'λx' }, '{$\\lambda x$}'],
  [{ tex: '\\left\\{ x' }, '{\\textbraceleft{} x}'],
  [{ tex: 'x}' }, '{x}'],
  [{ tex: 'x % y' }, '{x \\% y}'],
])('math stays math unless it would break out of its field: %j', (part, title) => {
  expect(titleOf(part)).toBe(title)
})

test('an address keeps its signs but no brace', () => {
  const [entry] = renderBibtex([{ ...rewiring, url: 'https://a.example/x_y%20{z}?a=b&c#d' }])
    .split('@misc')
    .slice(1)
  expect(entry).toContain('{https://a.example/x_y%20%7Bz%7D?a=b&c#d}')
})

/** That reader marks words in braces as ones that keep their case. */
const plain = (value: unknown) => String(value).replace(/<span class="nocase">|<\/span>/g, '')
const squeezed = (value: string) => value.replace(/ +/g, ' ').trim()

test('another reader of BibTeX finds every word, every author and every field again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(reference, { selector: ({ key }) => key, maxLength: 4 }), (references) => {
      const items = plugins.input.chain(renderBibtex(references), { generateGraph: false })
      expect(items.map((item) => item.id)).toEqual(references.map(({ key }) => key))
      for (const [index, { title, authors, year, month, arxiv, venue, url }] of references.entries()) {
        const item = items[index] ?? {}
        expect(plain(item.title)).toBe(squeezed(title))
        expect(item.author).toEqual(authors.map(toCslName))
        expect(item.issued).toEqual({ 'date-parts': [[year, month]] })
        expect(item.DOI).toBe(arxiv?.doi)
        expect(item.note && plain(item.note)).toBe(venue && squeezed(venue))
        expect(item.URL).toBe(url)
      }
    }),
  )
})

function toCslName(person: Reference['authors'][number]): object {
  if ('literal' in person) return { family: person.literal }
  const { given, family, particle, suffix } = person
  return { given, family, ...(particle && { 'non-dropping-particle': particle }), ...(suffix && { suffix }) }
}
