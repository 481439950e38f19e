import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { toCompileCache } from './compile-cache.ts'

const root = resolve(import.meta.dirname, '../../..')
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort())

// It serves only what is loaded after it.
enableCompileCache(toCompileCache(root))
const { runCommand } = await import('./run-command.ts')
process.exitCode = await runCommand(process.argv.slice(2), { root, stop }).finally(() => stop.abort())
