import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'

/** A page of the site with what it complained about: console messages, its policy, failed and foreign requests. */
export type Visit = { readonly page: Page; readonly complaints: readonly string[] }

/** Opens a path of the site in a profile of its own, closed again when the test file ends. */
export type Visitor = (path: string, options?: BrowserContextOptions) => Promise<Visit>

/** Starts the browser that comes with the project. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  // Its own arguments are for a cloud function: one process, which ends with its first page.
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', ...args],
    headless: true,
  })
}

/** Keeps one browser for the tests of a file. */
export function useBrowser(site: () => string = () => inject('site')): { readonly visit: Visitor } {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })
  return {
    visit: async (path, options = {}) => {
      const context = await browser.newContext({ baseURL: site(), ...options })
      const page = await context.newPage()
      const complaints = await listen(page, new URL(site()).origin)
      await page.goto(path.replace(/^\//, ''))
      return { page, complaints }
    },
  }
}

async function listen(page: Page, home: string): Promise<readonly string[]> {
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== home) complaints.push(`elsewhere: ${request.url()}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  return complaints
}
