import { defineConfig } from 'vitest/config'

const late = ['node_modules/**', '**/*.{long,peers}.test.ts']

// The browser's tests share one build of the site; files take turns, because each holds a browser.
const browser = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  globalSetup: ['browser/build-site.ts'],
  fileParallelism: false,
  expect: { poll: { timeout: 10_000 } },
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'contracts',
          testTimeout: 20_000,
          exclude: ['browser/**', ...late],
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: {
          name: 'delivery-long',
          // The same tests at full size, one file after the other: they measure memory.
          env: { BROADSHEET_LONG: '1' },
          testTimeout: 600_000,
          fileParallelism: false,
          include: ['delivery/**/*.test.ts'],
          expect: { poll: { timeout: 10_000 } },
        },
      },
      { test: { name: 'browser', ...browser, include: ['browser/**/*.test.ts'], exclude: late } },
      { test: { name: 'browser-long', ...browser, include: ['browser/**/*.long.test.ts'] } },
      { test: { name: 'browser-peers', ...browser, include: ['browser/**/*.peers.test.ts'] } },
    ],
  },
})
