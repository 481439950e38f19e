import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from './open-browser.ts'

const { visit } = useBrowser()
const digest = '/digests/arxiv_cs_CL_2025-10-16_report/'

test('j and k walk through the papers', async () => {
  const { page } = await visit(digest)
  for (const [key, place] of [
    ['j', 0],
    ['j', 1],
    ['j', 2],
    ['k', 1],
    ['k', 0],
    ['k', 0],
  ] as const) {
    await page.keyboard.press(key)
    expect(await findFocused(page)).toBe(place)
  }
})

test('o unfolds a paper, m marks it read, s stars it, and again undoes it', async () => {
  const { page } = await visit(digest)
  const paper = page.locator('article').first()
  await page.keyboard.press('j')
  for (const state of [true, false]) {
    for (const key of ['o', 'm', 's']) await page.keyboard.press(key)
    expect(
      await paper
        .locator('details[data-fold]')
        .first()
        .evaluate((fold) => fold.hasAttribute('open')),
    ).toBe(state)
    expect(await paper.locator('[data-mark-read]').getAttribute('aria-pressed')).toBe(String(state))
    expect(await paper.locator('[data-star]').getAttribute('aria-pressed')).toBe(String(state))
  }
})

test('o opens a paper that stands in a list', async () => {
  const { page } = await visit('/papers/')
  const href = await page.locator('main [data-title]').first().getAttribute('href')
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  await page.waitForURL((url) => url.pathname === href)
})

test('/ leads to the search field from anywhere', async () => {
  const { page } = await visit(digest)
  await page.keyboard.press('/')
  await page.waitForURL(/\/search\//)
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('q')
  expect(await page.locator('#q').inputValue()).toBe('')
})

test('? shows the keys, and Escape or ? puts them away', async () => {
  const { page } = await visit(digest)
  const help = page.locator('dialog')
  for (const way of ['Escape', '?']) {
    await page.keyboard.press('?')
    expect(await help.isVisible()).toBe(true)
    await page.keyboard.press(way)
    expect(await help.isVisible()).toBe(false)
  }
})

test('no key acts while somebody types or holds a modifier', async () => {
  const { page } = await visit('/search/')
  await page.locator('#q').pressSequentially('jkoms/?')
  expect(await page.locator('#q').inputValue()).toBe('jkoms/?')
  expect(await page.locator('dialog').isVisible()).toBe(false)
  await page.goto(digest)
  for (const modifier of ['Control', 'Alt', 'Meta']) await page.keyboard.press(`${modifier}+j`)
  expect(await findFocused(page)).toBe(-1)
})

test('the whole page can be walked with Tab, and what has the focus shows it', async () => {
  const { page } = await visit(digest)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the text')
  await page.keyboard.press('Enter')
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => {
      const focused = document.activeElement
      return focused === null ? '' : getComputedStyle(focused).outlineStyle
    })
    expect(outline).not.toBe('none')
  }
})

/** The place of the paper that has the focus, -1 for none. */
async function findFocused(page: Page): Promise<number> {
  return page.evaluate(() => {
    const papers = [...document.querySelectorAll('[data-paper]')]
    return papers.findIndex((paper) => paper.contains(document.activeElement))
  })
}
