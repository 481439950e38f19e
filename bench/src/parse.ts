import { parseDigest } from '@broadsheet/core'
import { generateDigests } from './corpus.ts'
import { parseFloor } from './floor.ts'
import { type Measurement, toMedian } from './measurement.ts'
import { measurePeak } from './peak-memory.ts'

const digests = 40
const rounds = 15

/**
 * How fast core parses digests of real size on one core, beside gray-matter and markdown-it alone, in
 * alternating rounds of one run; and the memory of a process that parses few or many and keeps none.
 */
export async function measureParse(): Promise<readonly Measurement[]> {
  const files = [...generateDigests(digests, 1)]
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  const texts = files.map((file) => new TextDecoder().decode(file.bytes))
  const core: number[] = []
  const floor: number[] = []
  for (let round = -3; round < rounds; round += 1) {
    const coreTime = time(() =>
      files.reduce((sum, file) => sum + (parseDigest(file).digest?.papers.length ?? 0), 0),
    )
    const floorTime = time(() => texts.reduce((sum, text) => sum + parseFloor(text), 0))
    // The first three rounds are the compiler's.
    if (round < 0) continue
    core.push(bytes / coreTime / 1000)
    floor.push(bytes / floorTime / 1000)
  }
  const [few, many] = [await measurePeak(50), await measurePeak(1000)]
  return [
    { name: 'size of a digest', value: bytes / digests / 1000, unit: 'kB' },
    { name: 'core: parseDigest', value: toMedian(core), unit: 'MB/s', goal: '15 or more' },
    { name: 'floor: gray-matter and markdown-it alone', value: toMedian(floor), unit: 'MB/s' },
    { name: 'heap of one digest while it is parsed', value: many.perFile / 1e6, unit: 'MB' },
    { name: 'heap left after 50 digests', value: few.left / 1e6, unit: 'MB' },
    { name: 'heap left after 1000 digests', value: many.left / 1e6, unit: 'MB', goal: 'the same' },
    { name: 'process at its largest, 1000 digests', value: many.peak / 1e6, unit: 'MB' },
  ]
}

function time(run: () => number): number {
  const start = performance.now()
  // A result that is used is a computation that is done.
  if (run() === 0) throw new Error('The corpus holds no papers.')
  return performance.now() - start
}
