import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type FeedItem, formats, toDigestItem, toPaperItem } from '@broadsheet/feed'
import { feedFormats, toDigestView } from '@broadsheet/view'
import { joinItem } from './feed-floor.ts'
import { generatePublication } from './generate-publication.ts'
import { type Measurement, toMedian } from './measurement.ts'

const counts = [1000, 5000]
const rounds = 15

/**
 * How fast the items of feeds are written beside strings joined, in alternating rounds of one run; then all feeds
 * of many digests from the archive to the disk, each in a process of its own, beside the same by joining.
 */
export async function measureFeed(): Promise<readonly Measurement[]> {
  const whole = []
  for (const count of counts) {
    const [ours, floor] = [await buildMany('ours', count), await buildMany('floor', count)]
    whole.push(
      {
        name: `all feeds of ${count} digests`,
        value: ours.speed,
        unit: 'MB/s',
        goal: 'half the floor or more',
      },
      { name: `floor: the same by joining`, value: floor.speed, unit: 'MB/s' },
      { name: `written of ${count} digests`, value: ours.size / 1e6, unit: 'MB' },
      { name: `the archive of ${count} digests`, value: ours.before / 1e6, unit: 'MB' },
      {
        name: `memory beyond it, ${count} digests`,
        value: ours.beyond / 1e6,
        unit: 'MB',
        goal: 'the same for all',
      },
      { name: `floor: memory beyond it, ${count} digests`, value: floor.beyond / 1e6, unit: 'MB' },
    )
  }
  return [...measureWriting(), ...whole]
}

function measureWriting(): Measurement[] {
  const items = generateItems(40)
  const ours: number[] = []
  const floor: number[] = []
  for (let round = -3; round < rounds; round += 1) {
    const rendered = write(items, (file, item) => formats[file].renderItem(item))
    const joined = write(items, (file, item) => joinItem[file](item))
    // The first three rounds are the compiler's.
    if (round < 0) continue
    ours.push(rendered)
    floor.push(joined)
  }
  return [
    { name: 'items in three formats', value: toMedian(ours), unit: 'MB/s', goal: 'half the floor or more' },
    { name: 'floor: strings joined', value: toMedian(floor), unit: 'MB/s' },
  ]
}

/** Megabytes a second. */
function write(
  items: readonly FeedItem[],
  render: (file: keyof typeof formats, item: FeedItem) => string,
): number {
  const encoder = new TextEncoder()
  const start = performance.now()
  let size = 0
  for (const item of items) {
    for (const { file } of feedFormats) size += encoder.encode(render(file, item)).length
  }
  return size / (performance.now() - start) / 1000
}

function generateItems(count: number): readonly FeedItem[] {
  const publication = generatePublication(count)
  return publication.archive.digests.flatMap((digest) => {
    const view = toDigestView(digest, { channel: 'feed', ...publication })
    const papers = view.papers.map((paper) => toPaperItem(paper, view))
    return [toDigestItem(view, publication.config.publisher), ...papers]
  })
}

/** Bytes written, megabytes a second, and bytes of memory that the archive and then the building took. */
type Built = {
  readonly size: number
  readonly speed: number
  readonly before: number
  readonly beyond: number
}

async function buildMany(way: 'ours' | 'floor', count: number): Promise<Built> {
  const script = fileURLToPath(new URL('feed-many.ts', import.meta.url))
  const options = ['--expose-gc', '--max-old-space-size=16000', script, way, String(count)]
  const { stdout } = await promisify(execFile)(process.execPath, options)
  const { size, time, before, peak } = JSON.parse(stdout)
  return { size, speed: size / time / 1000, before, beyond: peak - before }
}
