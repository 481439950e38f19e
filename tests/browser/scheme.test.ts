import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from './open-browser.ts'

declare global {
  interface Window {
    /** Every background that was painted, first to last. */
    grounds: string[]
  }
}

const { visit } = useBrowser()
const button = '[data-scheme-switch]'

test.each(['light', 'dark'] as const)('follows a system that is %s', async (colorScheme) => {
  const { page } = await visit('/', { colorScheme })
  expect(await isDark(page)).toBe(colorScheme === 'dark')
  expect(await page.locator(button).getAttribute('aria-pressed')).toBe(String(colorScheme === 'dark'))
})

test.each(['light', 'dark'] as const)(
  'a choice against a %s system is kept, without a flash of the other',
  async (colorScheme) => {
    const { page } = await visit('/', { colorScheme })
    await page.locator(button).click()
    expect(await isDark(page)).toBe(colorScheme === 'light')
    await page.addInitScript(() => {
      window.grounds = []
      const note = () => {
        if (document.body !== null) window.grounds.push(getComputedStyle(document.body).backgroundColor)
        requestAnimationFrame(note)
      }
      note()
    })
    await page.locator('main a').first().click()
    await page.waitForLoadState()
    await expect.poll(() => page.evaluate(() => window.grounds.length)).toBeGreaterThan(5)
    expect(new Set(await page.evaluate(() => window.grounds)).size).toBe(1)
    expect(await isDark(page)).toBe(colorScheme === 'light')
  },
)

test('choosing what the system has follows the system again', async () => {
  const { page } = await visit('/', { colorScheme: 'light' })
  await page.locator(button).click()
  await page.locator(button).click()
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await isDark(page)).toBe(true)
})

/** Whether the page is darker than its text. */
async function isDark(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body)
    const sum = (words: string) =>
      (words.match(/[\d.]+/g) ?? []).reduce((total, part) => total + Number(part), 0)
    return sum(backgroundColor) < sum(color)
  })
}
