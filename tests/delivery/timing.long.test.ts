import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { createRandom, end } from './crash-run.ts'
import { engines, type TestStore, useStores } from './stores.ts'
import { addReaders, toAddress, toReaderId } from './world.ts'

const samples = 1_000
const makeStore = useStores()
const started: ChildProcess[] = []
afterEach(async () => {
  for (const child of started.splice(0)) await end(child, 'SIGKILL')
})

async function startService({ address }: TestStore): Promise<string> {
  const file = fileURLToPath(new URL('service-process.fixture.ts', import.meta.url))
  const stdio = ['ignore', 'pipe', 'inherit'] as const
  const child = spawn(process.execPath, [file, JSON.stringify(address)], { stdio: [...stdio] })
  started.push(child)
  const [port] = await once(child.stdout, 'data')
  return `http://127.0.0.1:${String(port).trim()}`
}

const kinds = {
  new: (n: number) => `new${n}@example.org`,
  pending: () => toAddress(0),
  active: () => toAddress(1),
  left: () => toAddress(2),
  suppressed: () => toAddress(3),
  invalid: () => 'no address',
} as const

type Kind = keyof typeof kinds

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** Milliseconds from the request to the end of its answer. */
function time(url: string, body: string): Promise<number> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': body.length }
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(performance.now() - began))
    })
    call.on('error', reject)
    call.end(body)
  })
}

function findMedian(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}

describe.each(engines)('on %s', (engine) => {
  test('A5 how long an answer takes does not tell whether an address is known', {
    timeout: 300_000,
  }, async () => {
    const store = await makeStore(engine)
    await addReaders(store.sql, 4)
    for (const [n, state] of (['pending', 'active', 'left', 'bounced'] as const).entries())
      await store.sql.all('update subscriber set state = $2 where id = $1', [toReaderId(n), state])
    const url = await startService(store)
    const random = createRandom(5)
    const times = new Map<Kind, number[]>()
    const names = Object.keys(kinds).filter((name): name is Kind => Object.hasOwn(kinds, name))
    for (let round = 0; round < samples; round += 1)
      // Every round asks for each kind once, in an order that nothing else goes by.
      for (const name of names.map((each) => ({ each, at: random() })).sort((a, b) => a.at - b.at)) {
        const ms = await time(`${url}/subscribe`, `email=${encodeURIComponent(kinds[name.each](round))}`)
        times.set(name.each, [...(times.get(name.each) ?? []), ms])
        // What the last request left to do must not be waited for by the next.
        await fetch(`${url}/healthz`)
        await fetch(`${url}/healthz`)
      }
    const medians = names.map((name) => findMedian(times.get(name) ?? []))
    console.info(`${engine}: ${names.map((name, n) => `${name} ${medians[n]?.toFixed(2)}`).join(', ')} ms`)
    const [least, most] = [Math.min(...medians), Math.max(...medians)]
    expect(most - least).toBeLessThan(0.5 + least * 0.5)
  })
})
