import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DetailSizes, details, fit } from './fit.ts'

const sizes = { link: 40, title: 100, lines: 300, abstract: 1000, summary: 2000 }

test('gives everybody the summary when there is room', () => {
  expect(fit([sizes, sizes], [0, 1], 4000)).toEqual(['summary', 'summary'])
})

test('gives everybody an abstract before anybody gets a summary', () => {
  expect(fit([sizes, sizes, sizes], [2, 0, 1], 4000)).toEqual(['abstract', 'abstract', 'summary'])
})

test('gives everybody three lines before anybody gets an abstract', () => {
  expect(fit([sizes, sizes, sizes], [0, 1, 2], 1650)).toEqual(['abstract', 'lines', 'lines'])
})

test('leaves links of the last papers when the titles alone are too much', () => {
  expect(fit([sizes, sizes, sizes], [0, 2, 1], 200)).toEqual(['title', 'link', 'link'])
})

test('never leaves a paper out, even when the links alone are too much', () => {
  expect(fit([sizes, sizes, sizes], [0, 1, 2], 100)).toEqual(['link', 'link', 'link'])
})

test('gives the room that a short summary leaves to one that found none', () => {
  const long = { ...sizes, abstract: 300 }
  expect(fit([long, { ...sizes, summary: 300 }], [0, 1], 2300)).toEqual(['summary', 'summary'])
})

test('takes a summary that is shorter than the abstract', () => {
  expect(fit([{ ...sizes, summary: 400 }], [0], 450)).toEqual(['summary'])
})

const anySizes: fc.Arbitrary<DetailSizes> = fc
  .tuple(fc.nat(400), fc.nat(400), fc.nat(600), fc.nat(3000), fc.nat(6000))
  .map(([link, title, lines, abstract, summary]) => ({
    link,
    title: link + title,
    lines: link + title + lines,
    abstract: link + title + abstract,
    summary: link + title + summary,
  }))

test('stays within the budget whenever the links do, and wastes no room that the next detail would fill', () => {
  fc.assert(
    fc.property(fc.array(anySizes, { maxLength: 80 }), fc.nat(120_000), (papers, room) => {
      const links = papers.reduce((sum, { link }) => sum + link, 0)
      const budget = links + room
      const chosen = fit(papers, [...papers.keys()], budget)
      const used = chosen.reduce((sum, detail, index) => sum + (papers[index]?.[detail] ?? 0), 0)
      expect(chosen).toHaveLength(papers.length)
      expect(used).toBeLessThanOrEqual(budget)
      for (const [index, detail] of chosen.entries()) {
        const best =
          details.indexOf(detail) === 0 ? 0 : (papers[index]?.summary ?? 0) - (papers[index]?.[detail] ?? 0)
        if (best > 0) expect(best).toBeGreaterThan(budget - used)
      }
    }),
  )
})
