import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from './open-browser.ts'

const { visit } = useBrowser()
const digest = '/digests/arxiv_cs_CL_2025-10-16_report/'

test('a read mark is there on the paper’s own page and after a reload', async () => {
  const { page, complaints } = await visit(digest)
  const paper = page.locator('article').first()
  await paper.locator('[data-mark-read]').click()
  await page.reload()
  expect(await paper.locator('[data-mark-read]').getAttribute('aria-pressed')).toBe('true')
  await paper.locator('[data-title]').click()
  await page.waitForURL(/\/papers\//)
  expect(await page.locator('[data-mark-read]').first().getAttribute('aria-pressed')).toBe('true')
  expect(complaints).toEqual([])
})

test('what was read can be hidden, and stays hidden', async () => {
  const { page } = await visit(digest)
  const [first, second] = [page.locator('article').first(), page.locator('article').nth(1)]
  await first.locator('[data-mark-read]').click()
  expect(await first.isVisible()).toBe(true)
  await page.locator('input[data-hide-read]').check()
  expect([await first.isVisible(), await second.isVisible()]).toEqual([false, true])
  await page.reload()
  expect(await first.isVisible()).toBe(false)
  await page.locator('input[data-hide-read]').uncheck()
  expect(await first.isVisible()).toBe(true)
})

test('a star shows in another tab at once', async () => {
  const { page } = await visit(digest)
  const other = await page.context().newPage()
  await other.goto('starred/')
  await star(page, 1)
  await expect.poll(() => other.locator('[data-stars] a').count()).toBe(1)
  await other.locator('[data-stars] a').click()
  await other.waitForURL(/\/papers\//)
  expect(await other.locator('[data-star]').first().getAttribute('aria-pressed')).toBe('true')
})

test('stars and read marks move to another browser as a file', async () => {
  const { page } = await visit(digest)
  await star(page, 3)
  await page.locator('article [data-mark-read]').nth(2).click()
  await page.goto('starred/')
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export]').click()])
  const { page: elsewhere } = await visit('/starred/')
  await elsewhere.locator('[data-import]').setInputFiles(await download.path())
  await expect.poll(() => elsewhere.locator('[data-stars] a').count()).toBe(3)
  expect(await elsewhere.locator('[data-status]').innerText()).toBe('Imported 3 stars and 1 read marks.')
  await elsewhere.goto(digest)
  expect(await elsewhere.locator('[data-mark-read][aria-pressed="true"]').count()).toBe(1)
  expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({ version: 1 })
})

test('a file of something else changes nothing and says so', async () => {
  const { page } = await visit('/starred/')
  const file = { name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"stars":') }
  await page.locator('[data-import]').setInputFiles(file)
  await expect
    .poll(() => page.locator('[data-status]').innerText())
    .toBe('This file holds no stars or read marks.')
})

test('where the browser keeps nothing, marks last as long as the page', async () => {
  const { page, complaints } = await visit('/')
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('forbidden', 'SecurityError')
      },
    })
  })
  await page.goto(digest)
  await star(page, 1)
  expect(await page.locator('[data-star]').first().getAttribute('aria-pressed')).toBe('true')
  expect(complaints).toEqual([])
})

async function star(page: Page, count: number): Promise<void> {
  for (let index = 0; index < count; index++) await page.locator('article [data-star]').nth(index).click()
}
