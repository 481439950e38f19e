import { type Config, paths, toUrl } from '@broadsheet/view'

/** `robots.txt`: everything may be read, and where the sitemap is. @see https://www.rfc-editor.org/rfc/rfc9309 */
export function renderRobots(config: Config): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${toUrl(config, paths.sitemap)}\n`
}
