import { type Archive, type Digest, parseDigest, toArchive } from '@broadsheet/core'
import {
  type CompiledDigest,
  compileDigest,
  type MailContext,
  type Preference,
  readyMailContext,
  toDailyContent,
  toDigestMessage,
  toMime,
} from '@broadsheet/newsletter'
import { type Config, type DigestView, parseConfig, toDigestView } from '@broadsheet/view'
import mjml2html from 'mjml'
import { generateDigests } from './corpus.ts'
import { type Measurement, toMedian } from './measurement.ts'
import { seedRandom } from './random.ts'
import { sampleConfig } from './sample-config.ts'

const rounds = 7
const digests = 30
const preferences = 1000

/**
 * What a digest's mail costs on one core, from its view to its bytes, beside MJML given the same papers in one
 * document; and what each of many readers' own variants costs after that.
 */
export async function measureMail(): Promise<readonly Measurement[]> {
  const config = parseConfig(sampleConfig, 'bench')
  const archive = toCorpusArchive()
  const start = performance.now()
  const context = await readyMailContext(config)
  const ready = performance.now() - start
  const compose: number[] = []
  const encode: number[] = []
  const mjml: number[] = []
  for (let round = -2; round < rounds; round += 1) {
    // Views keep what they rendered, so each round has its own.
    const views = archive.digests.map((digest) => toView(digest, archive, config))
    const composed = timeEach(
      views,
      (view) => composeDaily(context, compileDigest(context, view), {})?.html.length ?? 0,
    )
    const encoded = timeEach(views, (view) => encodeDaily(context, view, config))
    const plain = await timeMjml(views)
    // The first two rounds are the compiler's.
    if (round < 0) continue
    compose.push(composed)
    encode.push(encoded)
    mjml.push(plain)
  }
  return [
    { name: 'template by MJML, once a process', value: ready, unit: 'ms' },
    { name: 'a digest: view to HTML and text', value: toMedian(compose), unit: 'ms', goal: '25 or less' },
    { name: 'the same again from a known view, and its MIME', value: toMedian(encode), unit: 'ms' },
    { name: 'floor: MJML alone, the same papers in one document', value: toMedian(mjml), unit: 'ms' },
    ...measureVariants(context, archive, config),
  ]
}

/** Every reader asks for something else of the day's digest, some for nothing that is in it. */
function measureVariants(context: MailContext, archive: Archive, config: Config): readonly Measurement[] {
  const [newest] = archive.digests
  if (newest === undefined) throw new Error('The corpus is empty.')
  const compiled = compileDigest(context, toView(newest, archive, config))
  const wishes = toPreferences(compiled, archive)
  const counts: number[] = []
  const times = Array.from({ length: rounds }, () =>
    timeEach(wishes, (preference) => {
      const length = composeDaily(context, compiled, { preference })?.html.length ?? 0
      counts.push(length === 0 ? 0 : 1)
      return length + 1
    }),
  )
  const matched = counts.slice(0, wishes.length).filter((count) => count > 0).length
  return [
    {
      name: `a reader's own variant, of ${wishes.length}`,
      value: toMedian(times),
      unit: 'ms',
      goal: '3 or less',
    },
    { name: 'variants that match something', value: matched, unit: 'mails' },
  ]
}

function toPreferences({ view }: CompiledDigest, archive: Archive): readonly Preference[] {
  const random = seedRandom(5)
  const own = view.papers.flatMap((paper) => paper.topics.map(({ slug }) => slug))
  const topics = [...own, ...archive.topics.keys()].slice(0, 200)
  const authors = view.papers.flatMap((paper) => paper.authors.map(({ slug }) => slug))
  const pick = (list: readonly string[]) => list[random.between(0, list.length - 1)] ?? ''
  return Array.from({ length: preferences }, () => ({
    topics: Array.from({ length: random.between(1, 6) }, () => pick(topics)),
    authors: random.chance(0.3) ? [pick(authors)] : [],
    categories: [],
  }))
}

type Options = Parameters<typeof toDailyContent>[2]

function composeDaily(context: MailContext, compiled: CompiledDigest, options: Options) {
  const content = toDailyContent(context, compiled, options)
  return content && toDigestMessage(context, content).message
}

function encodeDaily(context: MailContext, view: DigestView, { mail }: Config): number {
  const message = composeDaily(context, compileDigest(context, view), {})
  const envelope = { from: mail.from, to: mail.from, date: view.published, messageId: 'x@digest.example' }
  return message === undefined ? 0 : toMime(message, envelope).length
}

/** One section and one text a paper, which is how a mail is written in MJML without a template of parts. */
async function timeMjml(views: readonly DigestView[]): Promise<number> {
  const sources = views.map(({ papers }) => {
    const rows = papers.map(
      ({ title, summary }) =>
        `<mj-section><mj-column><mj-text><h2>${title.html}</h2>${summary?.html ?? ''}</mj-text></mj-column></mj-section>`,
    )
    return `<mjml><mj-body>${rows.join('')}</mj-body></mjml>`
  })
  const start = performance.now()
  for (const source of sources)
    await mjml2html(source, { validationLevel: 'strict', ignoreIncludes: true, fonts: {} })
  return (performance.now() - start) / sources.length
}

/** Milliseconds for each item. A result that is used is a computation that is done. */
function timeEach<Item>(items: readonly Item[], run: (item: Item) => number): number {
  const start = performance.now()
  const sum = items.reduce((total, item) => total + run(item), 0)
  if (sum === 0) throw new Error('Nothing was composed.')
  return (performance.now() - start) / items.length
}

function toCorpusArchive(): Archive {
  const parsed = [...generateDigests(digests, 3)].flatMap((file) => parseDigest(file).digest ?? [])
  return toArchive(parsed, { aliases: {} }).archive
}

function toView(digest: Digest, archive: Archive, config: Config): DigestView {
  return toDigestView(digest, { channel: 'mail', config, archive, revisions: new Map() })
}
