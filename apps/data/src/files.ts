import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openFileCache, paths } from '@broadsheet/view'
import type { PictureCache } from './pictures/build-pictures.ts'
import type { CardFont } from './pictures/draw-card.ts'

/** The pictures kept of a project, apart for each of those that drew them: libraries and fonts, and our own code. */
export function openPictureCache(root: string): PictureCache {
  const { find, keep } = openFileCache(
    root,
    'pictures',
    [import.meta.filename, drawing].map((file) => readFileSync(file)),
  )
  return {
    find: (hash) => find(`${hash}.png`),
    keep: (hash, picture) => keep(`${hash}.png`, picture),
  }
}

/** `papers.jsonl` as it was written last time, empty where it is not there. */
export function readPaperLines(out: string): Buffer {
  const file = join(out, paths.apiPapers)
  return existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
}

const drawing = fileURLToPath(new URL('./pictures/draw-card.ts', import.meta.url))

/** Fonts by the name that cards know them by; later files of a name have letters that earlier ones lack. */
const fontFiles = [
  ['Newsreader', 400, 'newsreader/files/newsreader-latin-400-normal.woff'],
  ['Newsreader', 600, 'newsreader/files/newsreader-latin-600-normal.woff'],
  ['NewsreaderExtended', 400, 'newsreader/files/newsreader-latin-ext-400-normal.woff'],
  ['NewsreaderExtended', 600, 'newsreader/files/newsreader-latin-ext-600-normal.woff'],
  ['NewsreaderVietnamese', 400, 'newsreader/files/newsreader-vietnamese-400-normal.woff'],
  ['NewsreaderVietnamese', 600, 'newsreader/files/newsreader-vietnamese-600-normal.woff'],
  ['Franklin', 400, 'libre-franklin/files/libre-franklin-latin-400-normal.woff'],
  ['FranklinExtended', 400, 'libre-franklin/files/libre-franklin-latin-ext-400-normal.woff'],
  ['Greek', 400, 'stix-two-text/files/stix-two-text-greek-400-normal.woff'],
  ['Greek', 600, 'stix-two-text/files/stix-two-text-greek-600-normal.woff'],
  ['Math', 400, 'noto-sans-math/files/noto-sans-math-latin-400-normal.woff'],
] as const

/** The fonts of the pictures, from the packages they come in. */
export function readFonts(): readonly CardFont[] {
  return fontFiles.map(([name, weight, file]) => ({
    name,
    weight,
    data: readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${file}`))),
  }))
}
