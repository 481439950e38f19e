import { extractLinks, extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { useBrowser } from './open-browser.ts'

const { visit } = useBrowser()

// A paragraph may go on on the next page, and what stands between in the file is the printer's business.
const reach = 40

test.each(['/digests/arxiv_cs_CL_2025-10-16_report/', '/papers/2510.14853/'])(
  '%s prints all that can be read or unfolded on the screen, and no tool',
  async (path) => {
    const { page } = await visit(path, { viewport: { width: 1440, height: 900 } })
    const paragraphs = await page.locator('main .prose :is(p, li)').allTextContents()
    const document = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })))
    const { text } = await extractText(document, { mergePages: true })
    const printed = squeeze(text)
    const ends = paragraphs.map(squeeze).flatMap((words) => [words.slice(0, reach), words.slice(-reach)])
    expect(paragraphs.length).toBeGreaterThan(5)
    expect(ends.filter((words) => !printed.includes(words))).toEqual([])
    expect(text).not.toContain('Mark read')
    expect(
      (await extractLinks(document)).links.some((link) => link.startsWith('https://arxiv.org/abs/')),
    ).toBe(true)
  },
)

test('what is dark on the screen is printed on white', async () => {
  const { page } = await visit('/', { colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const ground = await page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor)
  expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(ground)
})

/** Letters and digits alone: a printed line ends where it likes, and ligatures come apart. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
