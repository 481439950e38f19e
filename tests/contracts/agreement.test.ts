import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DigestView, toDigestView } from '@broadsheet/view'
import { simpleParser } from 'mailparser'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Published, publish } from './publish.ts'
import { readHtml, readTree, textOf } from './read-published.ts'

/** The papers of one digest as one channel shows them, in its order: path of the paper's page and title. */
type Shown = readonly (readonly [path: string, title: string])[]

describe.each(['content', 'tests/fixtures/accepted'])('of %s', (content) => {
  let published: Published
  let tree: Map<string, Buffer>
  let digests: readonly DigestView[]

  beforeAll(async () => {
    published = await publish(content)
    tree = await readTree(published.out)
    const { config, archive } = published.publication
    digests = archive.digests.map((digest) => toDigestView(digest, { channel: 'mail', config, archive }))
  }, 60_000)

  test('site, feeds and mails hold every digest', async () => {
    const slugs = digests.map(({ slug }) => slug).sort()
    expect(slugs.length).toBeGreaterThan(4)
    const pages = [...tree.keys()].flatMap(
      (path) => /^digests\/([^/]*[A-Za-z][^/]*)\/index\.html$/.exec(path)?.[1] ?? [],
    )
    expect(pages.filter((page) => slugs.includes(page)).sort()).toEqual(slugs)
    expect((await readFeedItems(tree)).map(({ url }) => url.split('/').at(-2)).sort()).toEqual(slugs)
    for (const slug of slugs) await expect(readMail(published, slug)).resolves.toBeDefined()
  })

  test('site, feeds and mails show the same papers in the same order under the same titles', async () => {
    const items = await readFeedItems(tree)
    for (const digest of digests) {
      const expected = digest.papers.map(({ url, title }) => [new URL(url).pathname, title.text] as const)
      const site = readSite(tree, digest)
      const feed = items.find(({ url }) => url === digest.url)
      expect(site.map(([path]) => path)).toEqual(expected.map(([path]) => path))
      expect(readFeed(feed?.content_html ?? '')).toEqual(site)
      expect(readMailPapers((await readMail(published, digest.slug)).html)).toEqual(expected)
      expect(readPaperTitles(tree, digest)).toEqual(expected.map(([, title]) => title))
      expect(
        inOrder(
          (await readMail(published, digest.slug)).text,
          expected.map(([, title]) => title),
        ),
      ).toBe(true)
    }
  })

  test('every link in feeds and mails leads to a page, file or anchor that the site built', async () => {
    const { url } = published.publication.config
    const documents = (await readFeedItems(tree)).map(({ content_html }) => content_html)
    for (const { slug } of digests) documents.push((await readMail(published, slug)).html)
    const addresses = documents.flatMap((html) =>
      [...readHtml(html).querySelectorAll('[href]')].map((link) => link.getAttribute('href') ?? ''),
    )
    for (const xml of ['rss.xml', 'atom.xml', 'feed.json'])
      addresses.push(
        ...(tree
          .get(xml)
          ?.toString()
          .match(/https:\/\/broadsheet\.example\/[^\s"<>\\]*/g) ?? []),
      )
    const own = new Set(
      addresses.filter((address) => address.startsWith(`${url}/`) || !/^[a-z]+:|^XX/i.test(address)),
    )
    expect(own.size).toBeGreaterThan(10)
    expect(
      [...own].filter((address) => !leadsSomewhere(tree, new URL(address.replaceAll('&amp;', '&')))),
    ).toEqual([])
  })

  test('every link inside the site leads to a page, file or anchor', () => {
    const lost: string[] = []
    for (const [path, bytes] of tree) {
      if (!path.endsWith('.html')) continue
      const here = new URL(path.replace(/index\.html$/, ''), 'https://broadsheet.example/')
      for (const link of readHtml(bytes.toString()).querySelectorAll(
        'a[href], link[href], img[src], script[src]',
      )) {
        const target = new URL(link.getAttribute('href') ?? link.getAttribute('src') ?? '', here)
        if (target.host === here.host && !leadsSomewhere(tree, target)) lost.push(`${path}: ${target.href}`)
      }
    }
    expect(lost).toEqual([])
  })
})

type FeedItem = { readonly url: string; readonly content_html: string }

async function readFeedItems(tree: ReadonlyMap<string, Buffer>): Promise<readonly FeedItem[]> {
  const feed: { items: FeedItem[] } = JSON.parse(tree.get('feed.json')?.toString() ?? '{}')
  return feed.items
}

function readSite(tree: ReadonlyMap<string, Buffer>, { slug, papers }: DigestView): Shown {
  const page = readHtml(tree.get(`digests/${slug}/index.html`)?.toString() ?? '')
  const anchors = new Set(papers.map(({ anchor }) => anchor))
  return [...page.querySelectorAll('[id]')].flatMap((section) => {
    if (!anchors.has(section.id)) return []
    const heading = section.querySelector('h2')
    return [[heading?.querySelector('a')?.getAttribute('href') ?? '', textOf(heading)] as const]
  })
}

function readPaperTitles(tree: ReadonlyMap<string, Buffer>, { papers }: DigestView): readonly string[] {
  return papers.map(({ key }) => {
    const page = readHtml(tree.get(`papers/${key}/index.html`)?.toString() ?? '')
    return page.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? ''
  })
}

/** A feed numbers its papers: the number is the link, the rest of the heading is the title. */
function readFeed(html: string): Shown {
  return [...readHtml(html).querySelectorAll('h2')].flatMap((heading) => {
    const path = pathOf(heading.querySelector('a')?.getAttribute('href') ?? '')
    return path.startsWith('/papers/') ? [[path, textOf(heading).replace(/^\d+\. /, '')] as const] : []
  })
}

function readMailPapers(html: string): Shown {
  return [...readHtml(html).querySelectorAll('h3 a, h2 a')].flatMap((link) => {
    const path = pathOf(link.getAttribute('href') ?? '')
    return path.startsWith('/papers/') ? [[path, textOf(link)] as const] : []
  })
}

function pathOf(address: string): string {
  return address.startsWith('https://broadsheet.example/') ? new URL(address).pathname : ''
}

async function readMail({ mails }: Published, slug: string): Promise<{ html: string; text: string }> {
  const { html, text } = await simpleParser(await readFile(join(mails, `${slug}.daily.eml`)))
  return { html: html || '', text: text ?? '' }
}

/** Whether the words of all parts stand in a text one after the other, wherever its lines break. */
function inOrder(text: string, parts: readonly string[]): boolean {
  const words = text.replace(/\s+/g, ' ')
  let from = 0
  return parts.every((part) => {
    from = words.indexOf(part.replace(/\s+/g, ' '), from) + 1
    return from > 0
  })
}

function leadsSomewhere(tree: ReadonlyMap<string, Buffer>, { pathname, hash }: URL): boolean {
  const path = decodeURIComponent(pathname).slice(1)
  const bytes = tree.get(path === '' || path.endsWith('/') ? `${path}index.html` : path)
  if (bytes === undefined) return false
  if (hash === '') return true
  const id = decodeURIComponent(hash.slice(1))
  return bytes.includes(` id="${id}"`)
}
