import { createReadStream, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import type { Plugin } from 'vite'

// Browsers run scripts of this type alone; the rest is fetched, and any type will do.
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
}

/** While pages are edited: the files that other programs wrote below the output folder, such as the search index. */
export function servePublished(out: string, base: string): Plugin {
  return {
    name: 'broadsheet:serve-published',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use(({ url = '' }, response, next) => {
        const file = findFile(out, base, url)
        if (file === undefined) return next()
        response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream')
        createReadStream(file).pipe(response)
      })
    },
  }
}

function findFile(out: string, base: string, url: string): string | undefined {
  const { pathname } = new URL(url, 'http://localhost')
  if (!pathname.startsWith(base)) return undefined
  const file = join(out, decode(pathname.slice(base.length)))
  const isInside = file.startsWith(`${out}${sep}`)
  return isInside && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined
}

/** An address that cannot be decoded names no file. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}
