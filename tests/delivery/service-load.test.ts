import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { commandOptions } from './run-command.ts'
import { wait } from './world.ts'

const isLong = process.env.BROADSHEET_LONG === '1'
const connections = isLong ? 10_000 : 300

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-load-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** `serve` as a process of its own, whose memory is its own too. */
async function startService() {
  const child = spawn(process.execPath, ['apps/newsletter/src/main.ts', 'serve', '--port', '0'], {
    ...commandOptions(folder, { BROADSHEET_CONTENT: folder }),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for await (const chunk of child.stderr) {
    said += chunk
    if (said.includes('\n')) break
  }
  const url = new URL(/http:\S+/.exec(said)?.[0] ?? '')
  const stop = async () => {
    child.kill('SIGTERM')
    return (await once(child, 'exit'))[0]
  }
  const memory = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  return { url, stop, memory }
}

/** A connection that begins a request and never ends it, a letter now and then. */
function dawdle(port: number): Socket {
  const socket = connect(port, '127.0.0.1', () =>
    socket.write('POST /subscribe HTTP/1.1\r\nHost: x\r\nX-A: '),
  )
  const timer = setInterval(() => socket.writable && socket.write('a'), 1_000)
  socket.on('error', () => undefined)
  socket.on('close', () => clearInterval(timer))
  return socket
}

test.runIf(process.platform === 'linux')(
  'A21 thousands of connections that never end a request are let go, in little memory, and the service goes on',
  { timeout: 120_000 },
  async () => {
    const { url, stop, memory } = await startService()
    const healthz = () => fetch(new URL('healthz', url), { headers: { Connection: 'close' } })
    expect((await healthz()).status).toBe(200)
    const before = memory()
    const sockets: Socket[] = []
    let peak = before
    for (let n = 0; n < connections; n += 1) {
      sockets.push(dawdle(Number(url.port)))
      if (n % 100 === 99) await wait(5)
      if (n % 100 === 99) peak = Math.max(peak, memory())
    }
    await expect
      .poll(() => sockets.every(({ closed }) => closed), { timeout: 60_000, interval: 200 })
      .toBe(true)
    expect((await healthz()).status).toBe(200)
    const after = memory()
    console.info(
      `${connections} connections: ${[before, peak, after].map((bytes) => Math.round(bytes / 1e6)).join(', ')} MB before, most, after`,
    )
    expect(peak - before).toBeLessThan(120e6)
    expect(await stop()).toBe(0)
  },
)
