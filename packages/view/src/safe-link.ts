const schemes = new Set(['http:', 'https:', 'mailto:'])

/**
 * An absolute address that may stand in a link, or undefined for what must stay text: any scheme but
 * http(s) and mailto, relative addresses, and a user name that could pass for a host. arXiv is always https.
 */
export function safeLink(href: string): string | undefined {
  const url = URL.parse(href.trim())
  if (url === null || !schemes.has(url.protocol)) return undefined
  if (url.username !== '' || url.password !== '') return undefined
  if (url.protocol !== 'mailto:' && url.hostname === '') return undefined
  if (url.protocol === 'http:' && isArxivHost(url.hostname)) url.protocol = 'https:'
  return url.href
}

function isArxivHost(host: string): boolean {
  return host === 'arxiv.org' || host.endsWith('.arxiv.org')
}
