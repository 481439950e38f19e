import { readConfig } from '@broadsheet/view'
import { defineConfig } from 'astro/config'
import { ownBuildFolder } from './src/build/own-build-folder.ts'
import { servePublished } from './src/build/serve-published.ts'
import { themeCss } from './src/build/theme-css.ts'
import { watchConfig, watchContent } from './src/build/watch-content.ts'

const { config, content, file, out } = await readConfig()

export default defineConfig({
  site: config.url,
  base: config.base,
  outDir: out,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // The next pages are made while the disk takes the last ones.
  build: { assets: 'assets', inlineStylesheets: 'never', concurrency: 4 },
  integrations: [ownBuildFolder(out), watchConfig(file)],
  vite: {
    plugins: [themeCss(), watchContent(content), servePublished(out, config.base)],
    // Others write to the same folder at the same time, and the policy allows nothing inline.
    build: { emptyOutDir: false, assetsInlineLimit: 0 },
  },
})
