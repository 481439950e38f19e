import { createServer } from 'node:net'
import lighthouse from 'lighthouse'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { launchBrowser } from './open-browser.ts'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Category = (typeof categories)[number]

type Speed = 'simulate' | 'provided'

/** Points of 100; a page that search engines shall not list is not asked for its `seo`. */
export type Scores = Readonly<Partial<Record<Category, number>>>

/**
 * Keeps one browser for the tests of a file; `score` has Lighthouse look at a page as on a phone: a slow one in a
 * slow net, which it simulates, or one as fast as this machine, as it is provided.
 * @see https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 */
export function useLighthouse(speed: Speed): { readonly score: (path: string) => Promise<Scores> } {
  let browser: Browser
  let port: number
  beforeAll(async () => {
    port = await findPort()
    browser = await launchBrowser([`--remote-debugging-port=${port}`])
  })
  afterAll(async () => {
    await browser.close()
  })
  return { score: (path) => scorePage(new URL(path, inject('site')).href, port, speed) }
}

async function scorePage(url: string, port: number, throttlingMethod: Speed): Promise<Scores> {
  const result = await lighthouse(url, {
    port,
    onlyCategories: [...categories],
    logLevel: 'silent',
    throttlingMethod,
  })
  if (result === undefined) throw new Error(`Lighthouse has nothing to say about ${url}`)
  const { categories: found, audits } = result.lhr
  const isHidden = audits['is-crawlable']?.score === 0
  const asked = categories.filter((category) => category !== 'seo' || !isHidden)
  return Object.fromEntries(
    asked.map((category) => [category, Math.round((found[category]?.score ?? 0) * 100)]),
  )
}

/** A port that is free now. */
async function findPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
