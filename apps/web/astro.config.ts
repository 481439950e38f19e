import { readConfig } from '@broadsheet/view'
import { defineConfig } from 'astro/config'
import { servePublished } from './src/build/serve-published.ts'
import { makeSmallFonts } from './src/build/small-fonts.ts'
import { themeCss } from './src/build/theme-css.ts'
import { watchConfig, watchContent } from './src/build/watch-content.ts'

const { config, content, file, out, root } = await readConfig()

export default defineConfig({
  site: config.url,
  base: config.base,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { assets: 'assets', inlineStylesheets: 'never' },
  integrations: [watchConfig(file)],
  vite: {
    plugins: [themeCss(), watchContent(content), servePublished(out, config.base)],
    resolve: { alias: { 'small-fonts': await makeSmallFonts(root) } },
    // The policy allows nothing inline.
    build: { assetsInlineLimit: 0 },
  },
})
