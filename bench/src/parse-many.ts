import { parseDigest } from '@broadsheet/core'
import { generateDigests } from './corpus.ts'

// Run by peak-memory.ts with the number of digests as its argument.
const count = Number(process.argv[2])
let perFile = 0
for (const file of generateDigests(count, 1)) {
  globalThis.gc?.({ type: 'minor' })
  const before = process.memoryUsage().heapUsed
  parseDigest(file)
  perFile = Math.max(perFile, process.memoryUsage().heapUsed - before)
}
globalThis.gc?.()
const { heapUsed: left } = process.memoryUsage()
process.stdout.write(`${perFile} ${left} ${process.resourceUsage().maxRSS * 1024}`)
