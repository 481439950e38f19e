import { renderFrame as renderAtomFrame } from './atom/render-frame.ts'
import { renderItem as renderAtomItem } from './atom/render-item.ts'
import { renderFrame as renderJsonFrame } from './json/render-frame.ts'
import { renderItem as renderJsonItem } from './json/render-item.ts'
import { renderFrame as renderRssFrame } from './rss/render-frame.ts'
import { renderItem as renderRssItem } from './rss/render-item.ts'

/** How each format is written, by the name of its files. */
export const formats = {
  'rss.xml': { renderFrame: renderRssFrame, renderItem: renderRssItem },
  'atom.xml': { renderFrame: renderAtomFrame, renderItem: renderAtomItem },
  'feed.json': { renderFrame: renderJsonFrame, renderItem: renderJsonItem },
} as const
