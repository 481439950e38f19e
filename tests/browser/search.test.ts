import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from './open-browser.ts'

const { visit } = useBrowser()

test('finds papers while somebody types, and the address can be shared', async () => {
  const { page, complaints } = await visit('/search/')
  await page.locator('#q').pressSequentially('reward')
  const count = await waitForCount(page)
  expect(count).toBeGreaterThan(3)
  expect(new URL(page.url()).search).toBe('?q=reward')
  for (const link of await page.locator('[data-results] a').all()) {
    expect(await link.getAttribute('href')).toMatch(/^\/(papers|digests)\/[^?]+\/\?highlight=reward$/)
  }
  const { page: shared, complaints: others } = await visit('/search/?q=reward')
  expect(await waitForCount(shared)).toBe(count)
  expect(await shared.locator('#q').inputValue()).toBe('reward')
  expect([...complaints, ...others]).toEqual([])
})

test('a topic narrows what was found, and is part of the address', async () => {
  const { page } = await visit('/search/?q=model')
  const all = await waitForCount(page)
  const topic = page.locator('#facet-topic')
  const value = (await topic.locator('option').nth(1).getAttribute('value')) ?? ''
  await topic.selectOption(value)
  await expect.poll(() => readCount(page)).toBeLessThan(all)
  expect(new URL(page.url()).searchParams.get('topic')).toBe(value)
  const narrowed = await readCount(page)
  await page.reload()
  expect(await waitForCount(page)).toBe(narrowed)
  expect(await topic.inputValue()).toBe(value)
})

test('a result is reached by keyboard, and the words found are marked there', async () => {
  const { page } = await visit('/search/?q=reward')
  await waitForCount(page)
  await page.locator('[data-results] a').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/highlight=reward/)
  const marked = () =>
    page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0))
  await expect.poll(marked).toBeGreaterThan(0)
})

test('says so when there is nothing', async () => {
  const { page } = await visit('/search/?q=zzzzqqqq')
  await expect.poll(() => page.locator('[data-status]').innerText()).toMatch(/^Nothing found/)
})

test('what somebody searches for is text, never markup', async () => {
  const words = '<img src=x onerror=alert(1)> reward'
  const { page, complaints } = await visit(`/search/?q=${encodeURIComponent(words)}`)
  await expect.poll(() => page.locator('[data-status]').innerText()).not.toBe('')
  expect(await page.locator('main img').count()).toBe(0)
  expect(await page.locator('#q').inputValue()).toBe(words)
  expect(complaints).toEqual([])
})

test('a page asks for nothing of the search before it is used', async () => {
  const asked: string[] = []
  const { page } = await visit('/')
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.reload()
  await page.waitForLoadState('networkidle')
  expect(asked.filter((path) => path.includes('pagefind'))).toEqual([])
})

async function waitForCount(page: Page): Promise<number> {
  await expect.poll(() => readCount(page)).toBeGreaterThan(0)
  return readCount(page)
}

/** The number of results as the page says it; 0 before it says one. */
async function readCount(page: Page): Promise<number> {
  const words = await page.locator('[data-status]').innerText()
  return words === 'One result' ? 1 : Number.parseInt(words, 10) || 0
}
