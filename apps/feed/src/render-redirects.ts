import type { Config } from '@broadsheet/view'
import { aliases } from './aliases.ts'

/** The file `_redirects` of Netlify and Cloudflare Pages. */
export function renderRedirects({ base }: Config): string {
  const lines = Object.entries(aliases.redirects).flatMap(([folder, file]) => [
    `${base}${folder} ${base}${file} 301`,
    `${base}${folder.slice(0, -1)} ${base}${file} 301`,
  ])
  return `${lines.join('\n')}\n`
}
