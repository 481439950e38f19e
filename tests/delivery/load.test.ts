import { readFileSync } from 'node:fs'
import { countStates } from '@broadsheet/newsletter'
import { describe, expect, test } from 'vitest'
import { startWorkerProcess } from './crash-run.ts'
import { startFaultSmtp } from './fault-smtp.ts'
import { engines, useStores } from './stores.ts'
import { addReaders, expectInvariants, mailing, makeLedger, readMailing, sealDaily, wait } from './world.ts'

const isLong = process.env.BROADSHEET_LONG === '1'
const readers = isLong ? 50_000 : 2_000
const makeStore = useStores()

describe.each(engines)('on %s', (engine) => {
  test('D35 many readers and four workers: all delivered, in little memory', {
    timeout: 900_000,
  }, async () => {
    const store = await makeStore(engine)
    const smtp = await startFaultSmtp()
    await addReaders(store.sql, readers)
    const sealing = performance.now()
    await sealDaily(store.sql)
    const sealed = performance.now() - sealing
    const claims = await timeClaims(store.sql)
    const draining = performance.now()
    const workers = Array.from({ length: 4 }, () =>
      startWorkerProcess(store, smtp, {
        lanes: 4,
        claimLeaseMs: 60_000,
        sendLeaseMs: 90_000,
        timeoutMs: 60_000,
      }),
    )
    let peak = 0
    while (workers.some(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
      for (const { pid } of workers) peak = Math.max(peak, readMemory(pid))
      await wait(100)
    }
    const drained = (performance.now() - draining) / 1000
    await expectInvariants(store.sql, smtp.taken)
    const counts = await countStates(store.sql, mailing)
    console.info(
      `${engine}: ${readers} readers sealed in ${Math.round(sealed)} ms, delivered in ${Math.round(drained)} s, claims p99 ${claims.toFixed(1)} ms, ${Math.round(peak / 1e6)} MB a worker, ${JSON.stringify(counts)}`,
    )
    expect(counts).toMatchObject({ sent: readers, uncertain: 0, failed: 0 })
    expect((await readMailing(store.sql)).state).toBe('done')
    expect(peak).toBeLessThan(200e6)
    await smtp.close()
  })
})

async function timeClaims(sql: Parameters<typeof makeLedger>[0]): Promise<number> {
  const ledger = makeLedger(sql)
  const times: number[] = []
  for (let round = 0; round < 50; round += 1) {
    const began = performance.now()
    const claims = await ledger.claim(32)
    times.push(performance.now() - began)
    expect(claims.length).toBeLessThanOrEqual(32)
    await ledger.giveBack(claims)
  }
  return times.sort((one, other) => one - other).at(-1) ?? 0
}

/** Resident bytes of a process, where the system tells. */
function readMemory(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
