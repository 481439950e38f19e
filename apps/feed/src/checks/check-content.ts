import { expectThat } from './expect-that.ts'

// What NetNewsWire, Miniflux, FreshRSS, Inoreader and Feedly all keep.
const prose =
  'h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table thead tbody tfoot tr th td caption pre code a em strong b i s del sub sup blockquote br hr'
const mathml =
  'math mrow mi mn mo ms mtext mspace msqrt mroot mfrac mstyle merror mpadded mphantom mfenced menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd semantics'
const kept = new Set(`${prose} ${mathml}`.split(' '))
const empty = new Set(['br', 'hr', 'mspace', 'mprescripts', 'none'])
const dropped = /\s(class|style|id|on\w+)\s*=/i

/** What a reader would lose or trip over in an item's HTML; nothing when it is right. */
export function checkContent(html: string): readonly string[] {
  const open: string[] = []
  const found: string[] = []
  for (const [tag, slash, name = '', attributes = ''] of html.matchAll(/<(\/?)([\w-]+)([^>]*)>/g)) {
    found.push(...expectThat(kept.has(name), `${tag} is kept`))
    found.push(...expectThat(!dropped.test(attributes), `${tag} has no class, style or id`))
    found.push(...checkAddress(tag, attributes))
    if (slash === '/') found.push(...expectThat(open.pop() === name, `${tag} closes what is open`))
    else if (!empty.has(name) && !attributes.endsWith('/')) open.push(name)
  }
  return [...found, ...open.map((name) => `<${name}> is closed`)]
}

function checkAddress(tag: string, attributes: string): string[] {
  return [...attributes.matchAll(/\s(?:href|src)="([^"]*)"/g)].flatMap(([, address = '']) =>
    expectThat(/^(https|mailto):/.test(address) && URL.canParse(address), `${tag} has an absolute address`),
  )
}
