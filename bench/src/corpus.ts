import { type Random, seedRandom } from './random.ts'
import { words } from './words.ts'

/** A generated file, as core reads one from a folder. */
export type GeneratedFile = { readonly file: string; readonly bytes: Uint8Array }

/** How many papers a digest has, at least and at most. */
export type PaperRange = { readonly fewest: number; readonly most: number }

/**
 * Digests of real size (4 to 12 papers where nothing else is said, about 8 KB each) in the shapes found in the
 * wild: one a weekday from 2020 on, a paper now and then chosen again. The same seed gives the same bytes, and
 * fewer digests give the beginning of more.
 */
export function* generateDigests(
  count: number,
  seed: number,
  { fewest, most }: PaperRange = { fewest: 4, most: 12 },
): Generator<GeneratedFile> {
  const chosen: Chosen[] = []
  const date = new Date('2020-01-01T00:00:00Z')
  for (let index = 0; index < count; index += 1) {
    const random = seedRandom(seed + index)
    const day = date.toISOString().slice(0, 10)
    const papers = Array.from({ length: random.between(fewest, most) }, (_, place) => {
      // The hundredth paper before: far enough that none stands twice in one digest.
      const again = chosen[chosen.length - 100 + place]
      return again !== undefined && random.chance(0.02) ? again : toChosen(random, day, index * 16 + place)
    })
    chosen.push(...papers)
    const name = `arxiv_cs_CL_${day}_report`
    yield { file: `${name}.md`, bytes: Buffer.from(toDigestText(random, name, day, papers)) }
    do date.setUTCDate(date.getUTCDate() + 1)
    while (date.getUTCDay() % 6 === 0)
  }
}

type Chosen = { readonly id: string; readonly title: string }

function toChosen(random: Random, day: string, number: number): Chosen {
  const id = `${day.slice(2, 4)}${day.slice(5, 7)}.${String(number % 100_000).padStart(5, '0')}`
  const symbol = random.chance(0.1) ? '$\\lambda$-' : ''
  return { id, title: `${symbol}${toKeyword(random)} for ${random.pick(words.nouns)}` }
}

/** As in the wild, most keywords and most people come once, and some come again and again. */
function toKeyword(random: Random): string {
  const short = `${random.pick(words.adjectives)} ${random.pick(words.nouns)}`
  if (random.chance(0.2)) return short
  return `${random.pick(words.adjectives)} ${random.pick(words.nouns)} ${random.pick(words.nouns)} ${short}`
}

function toAuthor(random: Random): string {
  const initial = random.chance(0.5) ? ` ${random.pick(words.initials)}.` : ''
  const second = random.chance(0.95) ? `-${random.pick(words.family)}` : ''
  return `${random.pick(words.given)}-${random.pick(words.given)}${initial} ${random.pick(words.family)}${second}`
}

function toDigestText(random: Random, name: string, day: string, papers: readonly Chosen[]): string {
  const front = `---\ntitle: "ArXiv Daily Digest on ${day}"\ncollection: digests\npermalink: /digests/${name}\ndate: ${day}\nlocation: "Online"\n---`
  const links = papers.map(
    ({ id, title }) => `- **${title}** ${sentence(random)} (https://arxiv.org/abs/${id})`,
  )
  return [
    front,
    paragraph(random, 6),
    '## TL;DR',
    `Total papers: ${papers.length * 9} , Selected papers: ${papers.length}`,
    '**Main themes:**',
    links.join('\n'),
    ...papers.map((paper) => `---\n\n${toPaperText(random, paper)}`),
    '',
  ].join('\n\n')
}

function toPaperText(random: Random, { id, title }: Chosen): string {
  const authors = repeat(random, 2, 9, () => toAuthor(random))
  const keywords = repeat(random, 4, 7, () => toKeyword(random))
  return [
    `# ${title}`,
    `Authors: ${[...new Set(authors)].join(', ')}`,
    `Keywords: ${[...new Set(keywords)].join(', ')}`,
    `Comments: ${toComments(random)}`,
    `Paper link: [http://arxiv.org/abs/${id}v1](http://arxiv.org/abs/${id}v1)`,
    '## Abstract',
    paragraph(random, 10),
    '## Summary',
    ...repeat(random, 3, 5, () => paragraph(random, 6)),
    '## Critique',
    ...toCritique(random, title),
  ].join('\n\n')
}

function toComments(random: Random): string {
  if (random.chance(0.55)) return 'None'
  return `Accepted to ${random.pick(words.venues)}, ${random.between(8, 24)} pages,\n${random.between(2, 9)} figures`
}

function toCritique(random: Random, title: string): readonly string[] {
  const greeting = random.chance(0.7) ? [`Of course. Here is a critique of the paper "${title}".`] : []
  return [
    ...greeting,
    '### Overall Assessment',
    paragraph(random, 3),
    '---',
    '### Strengths',
    toPoints(random, false),
    '---',
    '### Weaknesses',
    toPoints(random, true),
    '### Conclusion',
    paragraph(random, 3),
  ]
}

function toPoints(random: Random, nested: boolean): string {
  const points = repeat(random, 3, 5, () => {
    const lead = `**${random.pick(words.adjectives)} ${random.pick(words.nouns)}:** ${paragraph(random, 4)}`
    return nested && random.chance(0.5)
      ? `${lead}\n    *   ${paragraph(random, 2)}\n    *   ${paragraph(random, 2)}`
      : lead
  })
  return points.map((point, index) => `${index + 1}.  ${point}`).join('\n\n')
}

function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(' ')
}

function sentence(random: Random): string {
  const opening = random.chance(0.25) ? `${random.pick(words.connectives)}, ` : ''
  const subject = random.pick(words.subjects)
  const start = opening === '' ? subject : subject.charAt(0).toLowerCase() + subject.slice(1)
  const detail = random.chance(0.08) ? ` with ${random.pick(words.math)}` : ''
  const emphasis = random.chance(0.1) ? ` ${random.pick(words.emphases)}` : ''
  const figure = random.chance(0.15) ? ` by ${random.pick(words.figures)}` : ''
  const second = random.chance(0.4) ? `, and ${random.pick(words.verbs)} ${random.pick(words.objects)}` : ''
  return `${opening}${start} ${random.pick(words.verbs)} ${random.pick(words.objects)}${emphasis}${figure}${second}${detail} ${random.pick(words.conditions)}.`
}

function repeat<T>(random: Random, low: number, high: number, make: () => T): readonly T[] {
  return Array.from({ length: random.between(low, high) }, make)
}
