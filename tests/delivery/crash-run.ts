import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { FaultSmtp, Script } from './fault-smtp.ts'
import type { TestStore } from './stores.ts'
import { readMailing, wait } from './world.ts'
import { mailing, secret } from './world-parts.ts'

export type WorkerOrders = {
  readonly claimLeaseMs?: number
  readonly sendLeaseMs?: number
  readonly lanes?: number
  readonly onUncertain?: 'hold' | 'resend-once'
  readonly stopAt?: 'claimed' | 'before begin' | 'begun' | 'answered' | 'settled'
  readonly poison?: string
  readonly timeoutMs?: number
  readonly patienceMs?: number
}

export type WorkerProcess = ChildProcess & { readonly says: (word: string) => Promise<void> }

/** A worker as a process of its own. `says` waits for a word on its output. */
export function startWorkerProcess(
  store: TestStore,
  smtp: FaultSmtp,
  orders: WorkerOrders = {},
): WorkerProcess {
  const all = {
    store: store.address,
    port: smtp.port,
    secret,
    mailing,
    claimLeaseMs: 2_000,
    sendLeaseMs: 1_500,
    ...orders,
  }
  const file = fileURLToPath(
    new URL('../../apps/newsletter/src/deliver/worker-process.fixture.ts', import.meta.url),
  )
  // As `npm run newsletter` starts it.
  const child = spawn(process.execPath, ['--max-semi-space-size=8', file, JSON.stringify(all)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Dozens of processes start in one test; compiling the same files once is enough.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'broadsheet-compiled') },
  })
  // A test that fails on the way leaves nobody behind.
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => process.stderr.write(chunk))
  const says = async (word: string) => {
    while (!output.includes(`${word}\n`) && child.exitCode === null && child.signalCode === null)
      await wait(5)
    if (!output.includes(`${word}\n`)) throw new Error(`The worker ended before it said ${word}.`)
  }
  return Object.assign(child, { says })
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
  return child.exitCode
}

/**
 * Three workers, one of them killed at a random moment and replaced, again and again, until there were `kills`
 * and nothing is left to do. The seed decides who dies and how long after it began to work.
 */
export async function runWithKills(
  store: TestStore,
  smtp: FaultSmtp,
  { kills, seed, orders = {} }: { kills: number; seed: number; orders?: WorkerOrders },
): Promise<number> {
  const random = createRandom(seed)
  const workers = Array.from({ length: 3 }, () => startWorkerProcess(store, smtp, orders))
  let killed = 0
  smtp.script = hurryNoMore(random, () => smtp.taken.length > (400 / 42) * (killed + 1) && killed < kills)
  while (killed < kills && (await readMailing(store.sql)).state === 'sending') {
    const index = Math.floor(random() * workers.length)
    const worker = workers[index]
    const isWorking = await worker?.says('ready').then(
      () => true,
      () => false,
    )
    await wait(5 + random() * 60)
    if (worker !== undefined && isWorking === true && worker.exitCode === null) {
      await end(worker, 'SIGKILL')
      killed += 1
    }
    workers[index] = startWorkerProcess(store, smtp, orders)
  }
  for (const worker of workers)
    if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit')
  return killed
}

/** A server as slow as real ones, and slower while mails are ahead of kills, so that kills meet every stage. */
function hurryNoMore(random: () => number, isAhead: () => boolean): Script {
  return ({ phase }) => {
    if (phase !== 'dot' && phase !== 'mail') return undefined
    return { delayMs: isAhead() ? 250 : random() * 6, after: 'accept' }
  }
}

/** Mulberry32: the same numbers between 0 and 1 for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
