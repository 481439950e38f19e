import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from './open-browser.ts'

const { visit } = useBrowser()
const digest = '/digests/arxiv_cs_CL_2025-10-16_report/'
const phone = { viewport: { width: 360, height: 800 } }
const desk = { viewport: { width: 1440, height: 900 } }

test('a link in the TL;DR leads to its paper on the same page', async () => {
  const { page } = await visit(digest, desk)
  const link = page.locator('#tldr a').first()
  await link.click()
  const { pathname, hash } = new URL(page.url())
  expect(pathname).toBe(digest)
  await expect.poll(() => readTop(page.locator(`[id="${hash.slice(1)}"]`))).toBeLessThan(200)
})

test('the contents list marks the paper that is being read', async () => {
  const { page } = await visit(digest, desk)
  const entry = page.locator('[data-contents] a').nth(6)
  await entry.click()
  await expect.poll(() => entry.getAttribute('aria-current')).toBe('location')
  expect(await page.locator('[data-contents] [aria-current]').count()).toBe(1)
  expect(await readTop(entry)).toBeGreaterThan(0)
})

test('the contents list is folded on a phone and opens on demand', async () => {
  const { page } = await visit(digest, phone)
  const entry = page.locator('[data-contents] a').first()
  expect(await entry.isVisible()).toBe(false)
  await page.locator('.contents summary').click()
  expect(await entry.isVisible()).toBe(true)
})

test('summary and critique are folded until they are asked for', async () => {
  const { page } = await visit(digest, desk)
  const paper = page.locator('article').first()
  for (const name of ['Summary', 'Critique']) {
    const fold = paper.locator('details').filter({ has: page.locator('summary', { hasText: name }) })
    const text = fold.locator('p, li').first()
    expect(await text.isVisible()).toBe(false)
    await fold.locator('summary').click()
    expect(await text.isVisible()).toBe(true)
  }
})

test.each([
  ['beside', desk],
  ['above', phone],
] as const)('strengths stand %s weaknesses', async (place, options) => {
  const { page } = await visit(digest, options)
  const paper = page.locator('article').first()
  await paper.locator('summary', { hasText: 'Critique' }).click()
  const strengths = await paper.locator('.critique-strengths').boundingBox()
  const weaknesses = await paper.locator('.critique-weaknesses').boundingBox()
  if (strengths === null || weaknesses === null) throw new Error('this paper has no two lists')
  if (place === 'beside') {
    expect(weaknesses.y).toBe(strengths.y)
    expect(weaknesses.x).toBeGreaterThan(strengths.x + strengths.width)
  } else {
    expect(weaknesses.y).toBeGreaterThan(strengths.y + strengths.height - 1)
  }
})

test('the authors who are left out come in where they are missing', async () => {
  const { page } = await visit(digest, desk)
  const byline = page.locator('.byline:has(details)').first()
  const last = byline.locator('details')
  expect(await last.innerText()).toMatch(/^and \d+ more$/)
  await last.locator('summary').click()
  expect((await last.innerText()).split(',').length).toBeGreaterThan(1)
})

test('one digest leads to the next and back', async () => {
  const { page } = await visit(digest, desk)
  await page.locator('.pager a[rel="prev"]').click()
  await page.waitForURL((url) => !url.pathname.startsWith(digest))
  await page.locator('.pager a[rel="next"]').click()
  await page.waitForURL((url) => url.pathname === digest)
})

test.each([
  ['/digests/2025-10-16/', digest],
  ['/papers/2510.14853v1/', '/papers/2510.14853/'],
  ['/abs/2510.14853/', '/papers/2510.14853/'],
])('%s leads to the page that counts', async (path, target) => {
  const { page, complaints } = await visit(path)
  await page.waitForURL((url) => url.pathname === target)
  expect(complaints).toEqual([])
})

async function readTop(element: Locator): Promise<number> {
  return (await element.boundingBox())?.y ?? Number.NaN
}
