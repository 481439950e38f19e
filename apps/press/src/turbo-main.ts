import { resolve } from 'node:path'
import { runTurbo } from './run-turbo.ts'

// Loads neither core nor view, so that tests and checks can say what is broken there.
const root = resolve(import.meta.dirname, '../../..')
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort())
process.exitCode = await runTurbo({ root, isTerminal: true }, process.argv.slice(2), stop.signal)
