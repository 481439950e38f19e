import { parseDigest, toArchive } from '@broadsheet/core'
import { expect, test } from 'vitest'
import { toDataSource } from './data-source.ts'
import { buildForwards } from './forwards.ts'
import { publication, twoDays } from './publication.fixture.ts'

test('a date leads to its digest, a version and arXiv’s own address to their paper', () => {
  const forwards = new Map([...buildForwards(twoDays)].map(({ path, content }) => [path, content]))
  expect([...forwards.keys()]).toEqual([
    'digests/2025-10-20/index.html',
    'digests/2025-10-16/index.html',
    'papers/2510.14406v1/index.html',
    'papers/2510.14406v2/index.html',
    'abs/2510.14406/index.html',
    'abs/2510.14406v1/index.html',
    'abs/2510.14406v2/index.html',
    'papers/2510.14853v1/index.html',
    'abs/2510.14853/index.html',
    'abs/2510.14853v1/index.html',
  ])
  const page = forwards.get('abs/2510.14406v1/index.html')
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/news/papers/2510.14406/">')
  expect(forwards.get('abs/2510.14853/index.html')).toContain(
    '>λ-Routing: Rewiring Experts &amp; &lt;Co&gt;</a>',
  )
  expect(page).toContain('<link rel="canonical" href="https://fold.example/news/papers/2510.14406/">')
})

function pathsOf(...digests: readonly { date: string; permalink: string; link?: string }[]) {
  const parsed = digests.flatMap(({ date, permalink, link = '' }, index) => {
    const text = `---\ntitle: T\ndate: ${date}\npermalink: ${permalink}\n---\n\n# P ${index}\n\nAuthors: A\n\nPaper link: ${link}\n`
    return parseDigest({ file: `${index}.md`, bytes: new TextEncoder().encode(text) }).digest ?? []
  })
  const { archive } = toArchive(parsed, { aliases: {} })
  return [...buildForwards(toDataSource({ ...publication, archive }))].map(({ path }) => path)
}

test('a date of two digests leads nowhere, and one that is a slug is that digest', () => {
  expect(
    pathsOf({ date: '2025-10-16', permalink: '/digests/a' }, { date: '2025-10-16', permalink: '/digests/b' }),
  ).toEqual([])
  expect(pathsOf({ date: '2025-10-16', permalink: '/digests/2025-10-16' })).toEqual([])
})

test.each([
  ['/posts/2025/a', 'posts/2025/a/index.html'],
  ['/posts/a/', 'posts/a/index.html'],
  ['/posts/a.html', 'posts/a.html'],
])('the permalink %s keeps working', (permalink, file) => {
  expect(pathsOf({ date: '2025-10-16', permalink })).toEqual(['digests/2025-10-16/index.html', file])
})

test.each(['/posts/a.md', '/digests/a.md', '/search/'])('nothing is written at %s', (permalink) => {
  expect(pathsOf({ date: '2025-10-16', permalink })).toEqual(['digests/2025-10-16/index.html'])
})

test('an id from before 2007 has its slash in arXiv’s address and a hyphen in ours', () => {
  const link = 'https://arxiv.org/abs/hep-th/9901001v1'
  expect(pathsOf({ date: '2025-10-16', permalink: '/digests/a', link }).slice(1)).toEqual([
    'papers/hep-th-9901001v1/index.html',
    'abs/hep-th/9901001/index.html',
    'abs/hep-th/9901001v1/index.html',
  ])
})
