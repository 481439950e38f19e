import { safeLink } from './safe-link.ts'

/** A link found in a paper's comments, with what it is in a word. */
export type OutsideLink = {
  readonly href: string
  readonly kind: 'code' | 'project' | 'data' | 'link'
  readonly label: string
}

/** What stands at an address, by host and the beginning of its path; the first that fits. */
const kinds = [
  [/^huggingface\.co\/datasets\//, 'data', 'Data'],
  [
    /^(zenodo\.org|figshare\.com|kaggle\.com|osf\.io|dataverse\.[a-z.]+|modelscope\.cn\/datasets)\b/,
    'data',
    'Data',
  ],
  [/^huggingface\.co\/spaces\//, 'project', 'Demo'],
  [/^(huggingface\.co|modelscope\.cn)\b/, 'data', 'Models'],
  [/^(gist\.)?(github|gitlab|bitbucket|gitee|codeberg)\.(com|org)\//, 'code', 'Code'],
  [/^(anonymous\.4open\.science|sourceforge\.net|git\.[a-z.-]+)\b/, 'code', 'Code'],
  [/\.(github|gitlab)\.io\b|^sites\.google\.com\b|\.(netlify|vercel)\.app\b/, 'project', 'Project page'],
  [/^(www\.)?(youtube\.com|youtu\.be|vimeo\.com)\//, 'link', 'Video'],
  [/^([a-z]+\.)?arxiv\.org\//, 'link', 'arXiv'],
  [/^(dx\.)?doi\.org\//, 'link', 'DOI'],
] as const

/** An address from a paper's comments, or undefined when it is not one that may be linked. */
export function toOutsideLink(address: string): OutsideLink | undefined {
  const href = safeLink(address)
  const url = href === undefined ? null : URL.parse(href)
  if (href === undefined || url === null || url.protocol === 'mailto:') return undefined
  const host = url.hostname.replace(/^www\./, '')
  const place = `${host}${url.pathname}`
  const [, kind, label] = kinds.find(([pattern]) => pattern.test(place)) ?? [undefined, 'link' as const, host]
  return { href, kind, label }
}
