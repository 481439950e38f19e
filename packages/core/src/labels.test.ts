import { expect, test } from 'vitest'
import { readLabels, splitKeywords, splitNames } from './labels.ts'

function read(markdown: string) {
  return readLabels({ markdown, line: 10 })
}

test('reads labels that stand alone and labels that stand together', () => {
  expect(read('Authors: A, B\n\nKeywords: x\nComments: None').labels).toEqual([
    { label: 'Authors', name: 'authors', value: 'A, B', line: 10 },
    { label: 'Keywords', name: 'keywords', value: 'x', line: 12 },
    { label: 'Comments', name: 'comments', value: 'None', line: 13 },
  ])
})

test('joins the lines that a value wraps over', () => {
  expect(read('Comments: Accepted to\nACL 2026.\nCode: https://example.org\n\nKeywords: x').labels).toEqual([
    {
      label: 'Comments',
      name: 'comments',
      value: 'Accepted to ACL 2026. Code: https://example.org',
      line: 10,
    },
    { label: 'Keywords', name: 'keywords', value: 'x', line: 14 },
  ])
})

test('reads a bold label', () => {
  expect(read('**Paper link:** https://arxiv.org/abs/2510.14853').labels).toEqual([
    { label: 'Paper link', name: 'paper link', value: 'https://arxiv.org/abs/2510.14853', line: 10 },
  ])
})

test.each([
  ['as a list', '- **Authors:** A, B\n- **Code:** C\n* Keywords: x, y'],
  ['with icons', '👥 Authors: A, B\n- ⚙️ **Code**: C\n🏷️ **Keywords:** x, y'],
  ['with lines broken by force', 'Authors: A, B\\\nCode: C  \nKeywords: x, y<br>'],
  ['on one line', '**Authors:** A, B **Code:** C | **Keywords:** x, y'],
])('reads labels %s', (_, markdown) => {
  const values = read(markdown).labels.map(({ label, value }) => `${label}: ${value}`)
  expect(values.join(' ')).toBe('Authors: A, B Code: C Keywords: x, y')
})

test('reads names below their label as a list', () => {
  expect(read('Authors:\n- A B\n- C D').labels.map(({ value }) => value)).toEqual(['A B, C D'])
})

test('a rule between labels is no text', () => {
  expect(read('---\n\nWords.\n---\n\nAuthors: A').text).toEqual({ markdown: 'Words.', line: 12 })
})

test('a list without labels stays text', () => {
  const markdown = '- One: two\n- Three'
  expect(read(markdown)).toEqual({ labels: [], text: { markdown, line: 10 } })
})

test('keeps other text apart, with its line', () => {
  expect(read('Authors: A\n\nA paper about x.\n\nIn two paragraphs.').text).toEqual({
    markdown: 'A paper about x.\n\nIn two paragraphs.',
    line: 12,
  })
})

test.each([
  ['Ada Lovelace, Alan M. Turing', ['Ada Lovelace', 'Alan M. Turing']],
  ['John Smith, Jr., Ann Lee', ['John Smith, Jr.', 'Ann Lee']],
  ['A B (X, Y), C D', ['A B (X, Y)', 'C D']],
  ['A B, C D, and E F', ['A B', 'C D', 'E F']],
  ['A B and C D', ['A B', 'C D']],
  ['The ATLAS and CMS Collaborations', ['The ATLAS and CMS Collaborations']],
  ['José Núñez; Łukasz Żak', ['José Núñez', 'Łukasz Żak']],
  ['A B (unclosed, C D', ['A B (unclosed', 'C D']],
  ["Jos\\'e N\\'u{\\~n}ez and {\\L}ukasz \\.Zak", ['José Núñez', 'Łukasz Żak']],
  ['A B$^{1,2}$, C D*', ['A B', 'C D']],
  ['A B), C D (X, Y)', ['A B)', 'C D (X, Y)']],
  ['', []],
  ['-', []],
  ['Ada Lovelace, Alan Turing, et al.', ['Ada Lovelace', 'Alan Turing']],
  ['Ada Lovelace et al', ['Ada Lovelace']],
  ['Ada Lovelace, Alan Turing, and 12 others', ['Ada Lovelace', 'Alan Turing']],
  ['Ada Lovelace and others', ['Ada Lovelace']],
  ['et al.', []],
  ['Petal Others, Al Etal', ['Petal Others', 'Al Etal']],
])('splits the names %j', (list, names) => {
  expect(splitNames(list)).toEqual(names)
})

test.each([
  ['Mixture-of-Experts (MoE, sparse), RL.', ['Mixture-of-Experts (MoE, sparse)', 'RL']],
  ['G\\"odel machines, $\\lambda$-calculus', ['Gödel machines', '$\\lambda$-calculus']],
  ['None', []],
])('splits the keywords %j', (list, keywords) => {
  expect(splitKeywords(list)).toEqual(keywords)
})
